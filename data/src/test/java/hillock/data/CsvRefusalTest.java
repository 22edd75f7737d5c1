package hillock.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRefusalTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "''                        => t.csv is empty",
                "' \\n\\n'                 => t.csv is empty",
                "a,b\\n                    => t.csv has a header line and no rows",
                "a,b\\n1,2\\n1,2,3\\n      => t.csv, line 3: 3 cells in a table of 2 columns, with a comma",
                "a;b;c\\n1;2;3\\n1;2\\n    => t.csv, line 3: 2 cells in a table of 3 columns, with a semicolon",
                "a,b\\n1,2,\\n3,4\\n       => t.csv, line 3: 2 cells where the rows above have 3, with a comma",
                "a,b\\n1,2,\\n3,4,5\\n     => t.csv, line 3: 3 cells in a table of 2 columns",
                "a,b\\n\"x\\ny\",\"z\\n1,2  => t.csv, line 3, column 2: a double quote opens here and is never closed",
                "a,b\\n\"x\"y,2\\n         => t.csv, line 2, column 1: a quoted cell goes on after its closing quote",
                "a,b,a\\n1,2,3\\n          => t.csv, line 1: columns 1 and 3 are both named \"a\"",
                "\\n\\na,a\\n1,2\\n        => t.csv, line 3: columns 1 and 2 are both named \"a\"",
                "a,b\\n1,\\0\\n            => t.csv is a binary or damaged file (it has a zero byte in line 2)",
                "x y z\\n1 2 3\\n3 4 5\\n4 5 6\\n1 2\\n1 2 3\\n1 2 3\\n1 2 3\\n1 2 3\\n1 2 3\\n1 2 3\\n"
                        + " => t.csv, line 5: 2 cells in a table of 3 columns, with blanks as separator: write NA",
                "a\\nx,y\\n                  => t.csv, line 2: 2 cells in a table of 1 column, with a comma",
                "@relation r\\n@data\\n1,2   => t.csv is an ARFF file",
                "+1 1:0.5 7:2\\n-1 2:1\\n    => t.csv is in the sparse form of SVMlight",
                "\\n<!DOCTYPE html>        => t.csv is a web page",
                "'[\\n {\"a\": 1}]'        => t.csv is JSON",
                "{ \"a\": 1}               => t.csv is JSON",
                "<?xml version='1.0'?>     => t.csv is an XML document"
            })
    void refusesInOneSentenceThatNamesThePlace(String text, String start) {
        assertThatThrownBy(() -> CsvTest.read(text.translateEscapes()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(start)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "\\211PNG\\r\\n               => is a picture",
                "PK\\3\\4..[Content_Types].xml => is an Excel workbook: open it there and save it as CSV",
                "PK\\3\\4..readme.txt         => is compressed",
                "PAR1\\25\\0                  => is a Parquet file",
                "%PDF-1.7                     => is a PDF document",
                "\\320\\317\\21\\340          => is an Excel workbook",
                "a\\1\\2\\3\\4\\5\\6,b\\n1,2  => is a binary or damaged file, not text",
                "\\357\\273\\277a,b\\n1,\\377 => , line 2: the file begins as UTF-8 but this line is not"
            })
    void knowsFilesThatAreNoText(String bytes, String message) {
        byte[] raw = bytes.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CsvTest.read(raw))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("t.csv")
                .hasMessageContaining(message);
    }

    @Test
    void refusesMoreColumnsThanItsLimit() {
        String header = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThatThrownBy(() -> CsvTest.read(header + "\n1\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there are 100000 columns and at most 10000 can be read");
    }

    @Test
    void refusesCellsAndRowsOfNoMeasure() {
        assertThatThrownBy(() -> CsvTest.read("a,b\n1,\"2\n" + "3,4\n".repeat(400_000) + "\"\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("t.csv, line 2, column 2: a cell is too long to be one");
        String cell = "z".repeat(500_000);
        assertThatThrownBy(() -> CsvTest.read("a\n" + (cell + ",").repeat(40) + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2: the row is longer than 16 million letters");
    }

    @Test
    void foreseesThatMemoryRunsOut() {
        ByteSource begin = ByteSource.of("big.csv", ("a,b\n" + "1.5,2.5\n".repeat(700_000)).getBytes(UTF_8));
        CsvText ofAPetabyte = new CsvText(begin, new Encoding(UTF_8, 0, 1L << 50, List.of()), "a,b\n");
        assertThatThrownBy(() -> Csv.parse(ofAPetabyte, new Layout(Separator.COMMA, 0, false)))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching(
                        "big.csv is too large: as a table it takes about .* GB of memory .* -Xmx\\d+g, or .*");
    }

    @Test
    void namesTheNearestFile() throws IOException {
        Files.writeString(directory.resolve("iris.csv"), "a\n1\n");
        assertThatThrownBy(() -> Csv.read(directory.resolve("irsi.csv")))
                .isInstanceOf(BadInput.class)
                .hasMessage("there is no file " + directory.resolve("irsi.csv") + ": did you mean "
                        + directory.resolve("iris.csv") + "?");
        assertThatThrownBy(() -> Csv.read(directory.resolve("qwertz")))
                .hasMessageContaining("check its name and the directory");
        assertThatThrownBy(() -> Csv.read(directory.resolve("nowhere").resolve("iris.csv")))
                .hasMessageContaining("there is no directory " + directory.resolve("nowhere"));
        assertThatThrownBy(() -> Csv.read(directory))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a directory: name a file in it, say " + directory.resolve("iris.csv"));
    }

    @Test
    void saysThatPermissionIsMissing() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "runs as root");
        assertThatThrownBy(() -> Csv.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("you lack the permission");
    }

    @Test
    void readsAPipe() {
        Path pipe = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(pipe), "no such device here");
        assertThatThrownBy(() -> Csv.read(pipe)).isInstanceOf(BadInput.class).hasMessageContaining("is empty");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }
}
