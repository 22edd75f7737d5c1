package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlopesTest {
    /// From gentle starts alone such curves come out as a straight line.
    @ParameterizedTest
    @ValueSource(strings = {"sin 20x, 10 periods", "chirp, 1 to 9 periods a unit", "slow and fast wave, 1 and 12"})
    void findsManyPeriods(String name) {
        Curve curve = Curve.named(name);
        Study.Question question = new Study.Question(Optional.of("y"), Optional.empty(), List.of(), 0);
        Study study = Study.of(curve.table(300, 1), question);
        Model model = study.train(Recipe.DEFAULT, event -> {}).model();
        Table others = curve.table(200, 2);
        double[] answers = ((Predictions.Numbers) model.predict(others)).values();
        assertThat(CurvesReport.r2(model.target().numbers(others), answers)).isGreaterThan(0.999);
    }

    /// Losses of five starts, of which 1 and 3 are steep.
    @ParameterizedTest(name = "{0}: {1} answer")
    @CsvSource({
        "1 .9 1 .95 1, 0 2",
        "1 .1 1 .9 1, 1",
        "1 .1 1 .15 1, 1 3",
        "1e-8 1e-10 1e-9 1e-11 3e-9, 2 4",
        ".2 .19 .9 .19 .3, 0 4",
        "1e-3 1e-5 1e-3 1e-9 1e-3, 3"
    })
    void steepStartsAnswerWhereTheyAreClearlyBetter(String losses, String kept) {
        double[] loss = Arrays.stream(losses.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Integer> all = IntStream.range(0, loss.length).boxed().toList();
        List<Integer> expected =
                Arrays.stream(kept.split(" ")).map(Integer::valueOf).toList();
        assertThat(new Slopes(60).kept(all, i -> loss[i])).isEqualTo(expected);
    }

    @Test
    void fewRowsHaveGentleStartsAlone() {
        assertThat(IntStream.range(0, 12).filter(new Slopes(59)::isSteep)).isEmpty();
        assertThat(IntStream.range(0, 12).filter(new Slopes(60)::isSteep)).hasSize(6);
    }

    @Test
    void oneStartIsEnough() {
        assertThat(new Slopes(60).kept(List.of(0), i -> Double.POSITIVE_INFINITY))
                .containsExactly(0);
        assertThat(new Slopes(60).kept(List.of(1), i -> Double.NaN)).containsExactly(1);
    }
}
