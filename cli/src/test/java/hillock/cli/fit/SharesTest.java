package hillock.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.tabular.Recipe;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    /// Of 90 seconds for all, and of 70 for what comes after the model.
    @ParameterizedTest(name = "{0} folds, mends {1}: {2} s for the model, {3} s for the folds")
    @CsvSource({"0, false, 90, 70", "5, false, 25.714285714, 70", "0, true, 45, 0", "5, true, 20, 50"})
    void aLimitIsDivided(int folds, boolean mends, double model, double rest) {
        Shares shares = new Shares(folds, mends);
        assertThat(seconds(shares.ofModel(Recipe.DEFAULT.timeLimit(Duration.ofSeconds(90)))))
                .isEqualTo(model);
        assertThat(seconds(shares.ofFolds(Recipe.DEFAULT.timeLimit(Duration.ofSeconds(70)))))
                .isEqualTo(rest);
    }

    private static double seconds(Recipe recipe) {
        return recipe.timeLimit().toNanos() / 1e9;
    }
}
