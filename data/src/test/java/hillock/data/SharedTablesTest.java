package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Well-known tables, where they are at hand.
class SharedTablesTest {
    @ParameterizedTest
    @CsvSource({
        "airline_passengers, 144, 2",
        "breast_cancer, 569, 31",
        "diabetes, 442, 11",
        "diamonds, 53940, 10",
        "digits, 1797, 65",
        "iris, 150, 5",
        "linnerud, 20, 6",
        "mpg, 398, 9",
        "penguins, 344, 7",
        "pima_diabetes, 768, 9",
        "tips, 244, 7",
        "titanic, 891, 15",
        "wine, 178, 14"
    })
    void haveTheKnownShape(String name, int rows, int columns) {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve("shared"))) directory = directory.getParent();
        Assumptions.assumeTrue(directory != null, "no directory ../shared here");
        Path file = directory.resolve("shared").resolve("data").resolve(name + ".csv");
        Assumptions.assumeTrue(Files.exists(file), file + " is not here");
        Table table = Csv.read(file);
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(table.columns()).hasSize(columns);
        assertThat(table.notes()).isEmpty();
        assertThat(table.line(rows - 1)).isEqualTo(rows + 1);
    }
}
