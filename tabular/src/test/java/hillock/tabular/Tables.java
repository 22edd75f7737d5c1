package hillock.tabular;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hillock.data.Column;
import hillock.data.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tables for tests: written down in place, or read from ../shared where that exists.
final class Tables {
    private Tables() {}

    /// `table("x: 1 2 3", "y: a b _")`: one column a string, `_` for an empty cell.
    static Table table(String... columns) {
        List<Column> list = new ArrayList<>();
        for (String column : columns) {
            int colon = column.indexOf(':');
            String cells = column.substring(colon + 1).strip();
            list.add(new Column(
                    column.substring(0, colon),
                    Arrays.stream(cells.split(" +"))
                            .map(c -> c.equals("_") ? "" : c)
                            .toList()));
        }
        return Table.of("t.csv", list);
    }

    /// `column("x", 5, i -> …)`.
    static Column column(String name, int rows, java.util.function.IntFunction<Object> cell) {
        return new Column(
                name,
                IntStream.range(0, rows).mapToObj(i -> cell.apply(i).toString()).toList());
    }

    /// A file of ../shared, seen from the repository's root; the test is skipped where it is absent.
    static Path shared(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(path);
            if (Files.exists(file)) return file;
        }
        assumeTrue(false, "needs ../shared/" + path);
        throw new AssertionError();
    }

    /// A comma-separated file without quoted commas, which is what ../shared/data holds.
    static Table read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] header = cells(lines.getFirst());
            List<Column> columns = new ArrayList<>();
            for (int j = 0; j < header.length; j++) {
                int at = j;
                columns.add(new Column(
                        header[j],
                        lines.stream().skip(1).map(line -> cells(line)[at]).toList()));
            }
            return Table.of(file.getFileName().toString(), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return line.replace("\"", "").split(",", -1);
    }
}
