package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {
    @TempDir
    Path dir;

    @Test
    void aPackedTableIsReadWhateverItsName() throws IOException {
        Path file = Files.write(dir.resolve("t.csv"), Packing.gzip("a,b\n1,x\n2,y\n"));
        assertThat(CsvTest.show(Csv.read(file))).isEqualTo("a:1,2 b:x,y");
        assertThat(CsvTest.show(Table.read(file))).isEqualTo("a:1,2 b:x,y");
    }

    @Test
    void damageIsToldInASentence() throws IOException {
        byte[] packed = Packing.gzip("a,b\n1,x\n2,y\n");
        refuses(
                Arrays.copyOf(packed, packed.length - 9),
                "gzip cannot unpack it (it ends too early): get the file again.");
        refuses(Arrays.copyOf(packed, 5), "gzip cannot unpack it (it ends too early)");
        byte[] flipped = packed.clone();
        flipped[packed.length - 6] ^= 1;
        refuses(flipped, "gzip cannot unpack it (Corrupt GZIP trailer)");
        refuses(Packing.gzip(packed), "is packed twice: unpack it first (gunzip)");
        refuses(Packing.gzip(""), "is empty");
    }

    private void refuses(byte[] bytes, String message) throws IOException {
        Path file = Files.write(dir.resolve("t.csv.gz"), bytes);
        assertThatThrownBy(() -> Table.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }
}
