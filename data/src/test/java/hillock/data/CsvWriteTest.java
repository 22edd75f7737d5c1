package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvWriteTest {
    private static final Table TABLE = Table.of(
            "t",
            List.of(
                    new Column("name, full", List.of("plain", "a,b", "say \"hi\"", "two\nlines", "中")),
                    new Column("y", List.of("1", "", "3", "4", "5"))));

    @TempDir
    Path directory;

    @Test
    void quotesWhatNeedsIt() throws IOException {
        StringWriter out = new StringWriter();
        Csv.write(out, TABLE);
        assertThat(out)
                .hasToString("\"name, full\",y\nplain,1\n\"a,b\",\n\"say \"\"hi\"\"\",3\n\"two\nlines\",4\n中,5\n");
    }

    @Test
    void readsBackWhatItWrote() {
        Path file = directory.resolve("t.csv");
        Csv.write(file, TABLE);
        assertThat(Csv.read(file).columns()).isEqualTo(TABLE.columns());
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("t.csv"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + " cannot be written: the disk is full, make room or choose another place.");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void writesThroughALink() throws IOException {
        Path file = Files.writeString(directory.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);
        Csv.write(link, TABLE);
        assertThat(link).isSymbolicLink();
        assertThat(Csv.read(file).rows()).isEqualTo(5);
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatThrownBy(() -> Csv.write(directory, TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> Csv.write(directory.resolve("no").resolve("t.csv"), TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no directory " + directory.resolve("no"));
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "no such device here");
        assertThatThrownBy(() -> Csv.write(full, TABLE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the disk is full");
        assertThat(Files.exists(full)).isTrue();
    }
}
