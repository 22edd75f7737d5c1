package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlopesTest {
    /// From gentle starts alone such curves come out as a straight line.
    @ParameterizedTest
    @ValueSource(strings = {"wave", "chirp", "slow and fast"})
    void findsManyPeriods(String name) {
        DoubleUnaryOperator curve = switch (name) {
            case "wave" -> x -> Math.sin(20 * x);
            case "chirp" -> x -> Math.sin(2 * Math.PI * (x + 2 * x * x));
            default -> x -> Math.sin(3 * x) + 0.3 * Math.sin(36 * x);
        };
        Table rows = rows(curve, 300, 1);
        Study.Question question = new Study.Question(Optional.of("y"), Optional.empty(), List.of(), 0);
        Study study = Study.of(rows, question);
        Model model = study.train(Recipe.DEFAULT, event -> {}).model();
        Table others = rows(curve, 200, 2);
        double[] answers = ((Predictions.Numbers) model.predict(others)).values();
        assertThat(Metrics.regression(model.target().numbers(others), answers).get("r2"))
                .isGreaterThan(0.999);
    }

    private static Table rows(DoubleUnaryOperator curve, int count, long seed) {
        Rng rng = Rng.of(seed);
        double[] x = IntStream.range(0, count)
                .mapToDouble(_ -> 2 * rng.uniform())
                .sorted()
                .toArray();
        return Table.of(
                "curve",
                List.of(column("x", x), column("y", Arrays.stream(x).map(curve).toArray())));
    }

    private static Column column(String name, double[] values) {
        return new Column(
                name,
                Arrays.stream(values)
                        .mapToObj(v -> String.format(Locale.ROOT, "%.9f", v))
                        .toList());
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
