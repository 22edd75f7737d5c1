package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    static Table read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Table read(byte[] bytes) {
        return Csv.read(ByteSource.of("t.csv", bytes));
    }

    /// `a:1,3 b:2,4` for two columns of two rows.
    static String show(Table table) {
        return table.columns().stream()
                .map(c -> c.name() + ":" + String.join(",", c.cells()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "a,b\\n1,2\\n3,4\\n              => a:1,3 b:2,4",
                "a,b\\n1,2\\n3,4                 => a:1,3 b:2,4",
                "a,b\\r\\n1,2\\r\\n3,4\\r\\n     => a:1,3 b:2,4",
                "a,b\\r1,2\\r3,4\\r              => a:1,3 b:2,4",
                "a;b\\n1;2\\n3;4\\n              => a:1,3 b:2,4",
                "a\\tb\\n1\\t2\\n3\\t4\\n        => a:1,3 b:2,4",
                "a|b\\n1|2\\n3|4\\n              => a:1,3 b:2,4",
                "a;b\\n1,5;2,5\\n3,1;4,2\\n      => a:1.5,3.1 b:2.5,4.2",
                "sep=;\\na;b\\n1;2\\n            => a:1 b:2",
                "a\\n1\\n2\\n                    => a:1,2",
                " a , b \\n 1 , 2 \\n            => a:1 b:2",
                "\\n\\na,b\\n\\n1,2\\n  \\n3,4   => a:1,3 b:2,4",
                "a,b,\\n1,2,\\n3,4,\\n           => a:1,3 b:2,4",
                "a,b\\n1,2,\\n3,4,\\n            => a:1,3 b:2,4",
                "a,b,\\n1,2\\n3,4\\n             => a:1,3 b:2,4",
                "a,b,,\\n1,2,,\\n,,,\\n3,4,,\\n  => a:1,3 b:2,4",
                "a,b\\n1,\\n,4\\n                => a:1, b:,4",
                "a,b\\n\"x,y\",2\\n              => a:x,y b:2",
                "a, b\\n1, \"x;y\" \\n           => a:1 b:x;y",
                "a,b\\n\"say \"\"hi\"\"\",2\\n   => a:say \"hi\" b:2",
                "a,b\\n5\" pipe,2\\n             => a:5\" pipe b:2",
                "country,1990\\nIndia,3\\n       => country:India 1990:3",
                ",b\\n1,2\\n                     => column_1:1 b:2",
                ",column_1\\n1,2\\n              => column_1_:1 column_1:2",
                "1,2\\n3,4\\n                    => x:1,3 y:2,4",
                "1\\n3\\n                        => x:1,3",
                "1,5;2\\n3,5;4\\n                => x:1.5,3.5 y:2,4",
                "5.1,NA,rose\\n4,1,rose\\n       => x1:5.1,4 x2:NA,1 y:rose,rose",
                "名,y\\n中,2\\n                  => 名:中 y:2",
                "x y\\n1 2\\n3 4\\n             => x:1,3 y:2,4",
                "  1.5   2  \\n 3.5  12\\n       => x:1.5,3.5 y:2,12",
                "1  2\\t\"ford  t\"\\n3 ?  \"ford  t\" => x1:1,3 x2:2,? y:ford  t,ford  t",
                "1  2\\tp\\n3  4\\tp\\n5  6\\tp\\n => x1:1,3,5 x2:2,4,6 y:p,p,p",
                "a\\tb c\\n1  2\\t3\\n4\\t5\\n  => a:1  2,4 b c:3,5",
                "t\\n2024-01-01 10:00\\n2024-01-02 11:00\\n => t:2024-01-01 10:00,2024-01-02 11:00",
                "# by me\\n# at 9, today\\na,b\\n1,2\\n3,4\\n => a:1,3 b:2,4",
                "Sales\\n\\na;b;c\\n1;2;5\\n3;4;6\\n => a:1,3 b:2,4 c:5,6",
                "a,b\\nr1,1,2\\nr2,3,4\\nr3,5,6\\n => column_1:r1,r2,r3 a:1,3,5 b:2,4,6",
                "a,b\\np,q\\np,q\\n            => a:p,p b:q,q",
                "p,q\\np,r\\ns,q\\n            => x:p,p,s y:q,r,q"
            })
    void readsWhatPeopleCallCsv(String text, String table) {
        assertThat(show(read(text.translateEscapes()))).isEqualTo(table);
    }

    @Test
    void rowsKnowTheirLineAcrossQuotedAndBlankLines() {
        Table table = read("a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\n");
        assertThat(table.column("a").orElseThrow().cells()).containsExactly("x\r\ny", "z");
        assertThat(List.of(table.line(0), table.line(1))).containsExactly(2, 5);
        assertThat(read("1,2\n3,4\n").line(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '\uFEFF', ''",
        "UTF-16LE, '\uFEFF', ''",
        "UTF-16BE, '\uFEFF', ''",
        "UTF-32LE, '\uFEFF', ''",
        "UTF-16LE, '', ''",
        "windows-1252, '', read as windows-1252",
    })
    void findsTheEncoding(String charset, String mark, String note) {
        String text = mark + "Größe,b\r\n1,2\r\n3,4\r\n";
        Table table = read(text.getBytes(Charset.forName(charset)));
        assertThat(show(table)).isEqualTo("Größe:1,3 b:2,4");
        assertThat(table.notes().toString()).contains(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名,年龄\n张三,20\n李四,30\n", "城市\n北京\n上海\n"})
    void readsChineseFromChineseWindows(String text) {
        Table table = read(text.getBytes(Charset.forName("GB18030")));
        assertThat(show(table)).isEqualTo(show(read(text)));
        assertThat(table.notes()).singleElement().asString().contains("GB18030");
    }

    @Test
    void saysWhatItDecided() {
        assertThat(read("1,2\n3,4\n").notes()).singleElement().asString().contains("no header line", "x, y");
        assertThat(read("a,\n1,2\n").notes())
                .map(Note::toString)
                .containsExactly("t.csv, line 1: column 2 has no name, it is called column_2.");
        assertThat(read("a,b\n1,2\n,\n").notes())
                .map(Note::toString)
                .containsExactly("t.csv has 1 line of empty cells, left out (the first is line 3).");
        assertThat(read("a,b\n1,2\n").notes()).isEmpty();
        assertThat(read("1,2\n3,4\n").select(new int[] {1}).notes()).hasSize(1);
    }

    @Test
    void readsAsManyColumnsAsItPromises() {
        String header =
                IntStream.range(0, Csv.MAX_COLUMNS).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = "7,".repeat(Csv.MAX_COLUMNS - 1) + "7";
        Table table = read(header + "\n" + row + "\n");
        assertThat(table.columns()).hasSize(Csv.MAX_COLUMNS);
        assertThat(table.columns().getLast().cells()).containsExactly("7");
    }

    @Test
    void numbersWithADecimalCommaAreWrittenPlainly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("de.csv");
        Files.writeString(file, "x;y;name\n3,14;1.234,5;a,b\nNA;2,5;c\n");
        Table table = Csv.read(file);
        assertThat(table.column("x").orElseThrow().cells()).containsExactly("3.14", "NA");
        assertThat(table.column("y").orElseThrow().cells()).containsExactly("1234.5", "2.5");
        assertThat(table.column("name").orElseThrow().cells()).containsExactly("a,b", "c");
        assertThat(table.line(1)).isEqualTo(3);
        assertThat(table.notes().toString()).contains("column \"x\" is read with a decimal comma.");
    }

    /// Each column on its own: its cells, how they read as numbers, and what the user is told.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$5/-$1,200.5/NA         | 5/-1200.5/NA      | without its \"$\"",
                "620/(80)/(1,234.50)     | 620/-80/-1234.50  | commas between thousands",
                "5/(80)/NA               | 5/-80/NA          | with brackets for a minus sign: (80) is negative",
                "$5/($1,200.5)/$(7)      | 5/-1200.5/-7      | without its \"$\"",
                "5%/(3%)/( 4 ) %         | 5/-3/-4           | without its \"%\"",
                "5/(a)/7                 | 5/(a)/7           |",
                "1(2)/3/(4)              | 1(2)/3/(4)        |",
                "12%/7.5 %/100%          | 12/7.5/100        | without its \"%\"",
                "5 €/1.234,5 €/-3 €      | 5/1234.5/-3       | without its \"€\"",
                "70 kg/81.5 kg/65 kg     | 70/81.5/65        | without its \"kg\"",
                "70 kg/81 lb/65 kg       | 70 kg/81 lb/65 kg |",
                "70 kg/81/65 kg          | 70 kg/81/65 kg    |",
                "k12/k13/k14             | k12/k13/k14       |",
                "12B/13B/14B             | 12B/13B/14B       |",
                "1/2/unknown             | 1/2/unknown       |",
                "1 May/2 May/17 May      | 1 May/2 May/17 May |",
                "1 234,5/17,25/2 000 000,5 | 1234.5/17.25/2000000.5 | decimal comma and blanks between thousands",
                "1'234.5/17/2'000'000    | 1234.5/17/2000000 | blanks between thousands",
                "6:30/14:45/0:00         | 6.5/14.75/0       | times such as 6:30, read as a number: 6.5",
                "1:30 PM/12:15 AM/1:00 AM | 13.5/0.25/1      | times",
                "16:9/4:3/3:2            | 16:9/4:3/3:2      |",
            })
    void numbersBearSigns(String cells, String read, String told) {
        Table table = read("x;other\n" + cells.strip().replace("/", ";z\n") + ";z\n");
        assertThat(table.column("x").orElseThrow().cells())
                .containsExactly(read.strip().split("/"));
        if (told == null) assertThat(table.notes()).isEmpty();
        else assertThat(table.notes()).last().asString().contains("column \"x\"", told);
    }

    @Test
    void wordsAmongManyNumbersAreMissing() {
        String numbers = IntStream.range(0, 12).mapToObj(i -> i + ",z\n").collect(Collectors.joining());
        Table table = read("x,other\n" + numbers + "unknown,z\nn.a.,z\nNA,z\n");
        assertThat(table.column("x").orElseThrow().cells()).endsWith("11", "", "", "NA");
        assertThat(table.notes())
                .map(Note::toString)
                .containsExactly("column \"x\" holds numbers: \"unknown\", \"n.a.\" counts as missing there.");
    }

    @Test
    void notesSpeakChinese() {
        assertThat(read("1,2\n3,4\n").notes().getFirst().sentence(Locale.CHINESE))
                .contains("没有表头", "x, y");
        for (Note.Topic topic : Note.Topic.values()) {
            Note note = Note.of(topic, 3, 12, 5, 7);
            assertThat(note.sentence(Locale.CHINESE))
                    .as(topic.name())
                    .endsWith("。")
                    .doesNotContain("{");
            assertThat(note.sentence(Locale.ENGLISH))
                    .as(topic.name())
                    .endsWith(".")
                    .doesNotContain("{");
        }
    }
}
