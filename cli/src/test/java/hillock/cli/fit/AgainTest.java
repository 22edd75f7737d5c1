package hillock.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainTest {
    @ParameterizedTest
    @CsvSource({
        "fit a.csv, hillock fit a.csv --seed 7",
        "fit a.csv --seed 3, hillock fit a.csv --seed 3",
        "fit a.csv --seed=3 --hidden 32, hillock fit a.csv --seed=3 --hidden 32",
        "--lang zh fit a.csv --quiet --threads 2, hillock fit a.csv --seed 7",
        "fit --lang=zh a.csv --json --threads=1 --stacktrace --drop id, hillock fit a.csv --drop id --seed 7"
    })
    void hasWhatMakesTheModelAndNothingElse(String given, String command) {
        assertThat(Again.command(List.of(given.split(" ")), 7)).isEqualTo(command);
    }
}
