package hillock.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Dataset;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Ensemble;
import hillock.nn.Init;
import hillock.nn.Interval;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Losses;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
    private static Dataset wave() {
        Tensor x = Tensor.linspace(-1.7, 1.7, 200).reshape(200, 1);
        return new Dataset(x, x.map(v -> v.times(2).sin()));
    }

    private static Sequential net(String activation) {
        Activation a = Activation.parse(activation);
        return Sequential.mlp(1, List.of(16, 16), 1, a, Init.suitedTo(a), Rng.of(1));
    }

    /// Also where rows are drawn again by noisy activations, weights are averaged, and training diverges.
    @ParameterizedTest
    @ValueSource(strings = {"adam(lr=0.005)", "adam(lr=1e-7)", "sgd(lr=1e6)"})
    void watchingChangesNoBit(String optimizer) {
        Module watched = net("rrelu");
        Module alone = net("rrelu");
        Trainer trainer = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.parse(optimizer))
                .epochs(9)
                .averaging(0.9)
                .validation(wave());
        trainer.train(alone, wave(), Rng.of(2), event -> {});
        Doctor.watch(trainer).train(watched, wave(), Rng.of(2), event -> {});
        Parameters.of(alone)
                .forEach((name, p) -> assertThat(
                                Parameters.of(watched).get(name).value().toArray())
                        .isEqualTo(p.value().toArray()));
    }

    /// Outputs that are probabilities or numbers between 0 and 1 are all above 0.
    @ParameterizedTest
    @ValueSource(strings = {"mse", "bce", "bce_with_logits"})
    void aNetworkThatTellsTwoClassesApartDoesNotAlwaysAnswerTheSame(String loss) {
        Dataset wave = wave();
        Dataset classes = new Dataset(wave.x(), wave.y().map(y -> y.gt(0.4, Expr.constant(1), Expr.constant(0))));
        Sequential net = net("tanh");
        Module module = loss.equals("bce") ? Sequential.of(net, Activations.SIGMOID) : net;
        Trainer trainer = Trainer.of(Losses.parse(loss))
                .optimizer(Optimizer.parse("adam(lr=0.02)"))
                .epochs(60)
                .validation(classes);
        Diagnosis diagnosis = Doctor.watch(trainer).train(module, classes, Rng.of(2), event -> {});
        assertThat(diagnosis.findings()).noneMatch(f -> f.cause() == Cause.ONE_ANSWER);
    }

    /// Networks that answer together, trained as one.
    @Test
    void watchingAnEnsembleChangesNoBit() {
        Module watched = new Ensemble(List.of(net("relu"), net("tanh"), net("rrelu")));
        Module alone = new Ensemble(List.of(net("relu"), net("tanh"), net("rrelu")));
        Trainer trainer = Trainer.of(Loss.MSE).epochs(7).averaging(0.5).validation(wave());
        trainer.train(alone, wave(), Rng.of(2), event -> {});
        Doctor.watch(trainer).train(watched, wave(), Rng.of(2), event -> {});
        assertThat(bits(watched)).isEqualTo(bits(alone));
    }

    private static List<List<Integer>> bits(Module module) {
        return Parameters.of(module).values().stream()
                .map(p -> {
                    float[] numbers = p.value().toArray();
                    return IntStream.range(0, numbers.length)
                            .mapToObj(i -> Float.floatToRawIntBits(numbers[i]))
                            .toList();
                })
                .toList();
    }

    @Test
    void aSoundNetworkIsHealthy() {
        Trainer trainer = Trainer.of(Loss.MSE).optimizer(Optimizer.parse("adam(lr=0.005)"));
        Diagnosis diagnosis = Doctor.watch(trainer).train(net("tanh"), wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.isHealthy()).as(diagnosis.text(Locale.ENGLISH)).isTrue();
    }

    @Test
    void slopesOfEachChannelAreRead() {
        Trainer trainer = Trainer.of(Loss.MSE).epochs(3);
        Diagnosis diagnosis =
                Doctor.watch(trainer).train(net("prelu(num_parameters=16)"), wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.probes()).hasSizeGreaterThan(2);
    }

    @Test
    void deadUnitsAreNamedCountedAndProved() {
        Sequential net = net("relu");
        ((Linear) net.layers().get(0)).bias().set(Tensor.full(-50, 16));
        Diagnosis diagnosis = Doctor.watch(Trainer.of(Loss.MSE).epochs(20)).train(net, wave(), Rng.of(2), event -> {});
        Finding first = diagnosis.findings().getFirst();
        assertThat(first.cause()).isEqualTo(Cause.BAD_BIASES);
        assertThat(first.measure()).isEqualTo(1);
        assertThat(first.where(Locale.ENGLISH)).isEqualTo("layer 1, units 0, 1, 2, 3, 4, 5 and 10 more");
        assertThat(first.why(Locale.ENGLISH)).contains("16 of 16 units are dead from the start", "proved for 16");
    }

    /// Stuck at the top there is no gradient either.
    @Test
    void unitsAtTheTopAreDeadToo() {
        Sequential net = net("relu6");
        ((Linear) net.layers().get(0)).bias().set(Tensor.full(50, 16));
        Diagnosis diagnosis = Doctor.watch(Trainer.of(Loss.MSE).epochs(5)).train(net, wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.findings()).anyMatch(f -> f.id().equals("D1") && f.measure() == 1);
    }

    @Test
    void theFirstNanIsTracedToItsOperatorUnitAndRow() {
        Linear first = new Linear(
                hillock.nn.Parameter.of(Tensor.of(new double[][] {{1}, {2}})),
                hillock.nn.Parameter.of(Tensor.of(0, -3.2)));
        Module net = Sequential.of(first, Activation.parse("sqrt(x + 2)"), Linear.of(2, 1, Rng.of(1)));
        Diagnosis diagnosis = Doctor.watch(Trainer.of(Loss.MSE).epochs(5)).train(net, wave(), Rng.of(2), event -> {});
        Finding f = diagnosis.findings().getFirst();
        assertThat(f.cause()).isEqualTo(Cause.OPERATOR_UNDEFINED);
        assertThat(f.where(Locale.ENGLISH)).isEqualTo("layer 1, units 1");
        // Row 1 is x = -1.7: 2 · -1.7 - 3.2 + 2 = -4.6.
        assertThat(f.why(Locale.ENGLISH)).contains("sqrt(x + 2)", "x + 2 = -4.6", "training row 1", "NaN");
    }

    @Test
    void numbersThatGrowAreNotTheOperatorsFault() {
        Trainer trainer = Trainer.of(Loss.MSE).optimizer(Optimizer.parse("sgd(lr=1000)"));
        Diagnosis diagnosis = Doctor.watch(trainer).train(net("relu"), wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.findings().getFirst().cause()).isEqualTo(Cause.RATE_TOO_HIGH);
        assertThat(diagnosis.findings()).anyMatch(f -> f.cause() == Cause.BECAME_INFINITE);
    }

    @Test
    void aRateBetweenTwoStepsLiesOnTheCurve() {
        RangeTest test = new RangeTest(List.of(1e-4, 1e-2), List.of(2.0, 1.0), 1e-3, 1);
        assertThat(test.lossAt(1e-3)).isCloseTo(1.5, within(1e-9));
        assertThat(test.lossAt(1e-2)).isEqualTo(1);
        assertThat(test.lossAt(0.1)).isNaN();
    }

    @Test
    void theRangeTestLeavesTheWeightsAlone() {
        Module net = net("tanh");
        Dataset rows = wave();
        var before = Parameters.snapshot(net);
        RangeTest test = RangeTest.of(Trainer.of(Loss.MSE), net, rows, Rng.of(0));
        assertThat(test.suggested()).isBetween(1e-4, 0.3);
        assertThat(test.limit()).isGreaterThan(test.suggested());
        Parameters.of(net)
                .forEach((name, p) -> assertThat(p.value().toArray())
                        .isEqualTo(before.get(name).toArray()));
    }

    @Test
    void aTrainedNetworkCanBeAsserted() {
        Module net = net("tanh");
        Trainer.of(Loss.MSE).optimizer(Optimizer.parse("adam(lr=0.005)")).train(net, wave(), Rng.of(2), event -> {});
        Doctor.assertHealthy(net, Loss.MSE, wave());
        Module squashed = Sequential.of(net, Activations.RELU);
        assertThatThrownBy(() -> Doctor.assertHealthy(squashed, Loss.MSE, wave()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("D7");
    }

    /// Nobody knows since when.
    @Test
    void ofATrainedNetworkNoEpochIsTold() {
        Sequential dead = net("relu");
        ((Linear) dead.layers().get(0)).bias().set(Tensor.full(-50, 16));
        Finding first = Doctor.examine(dead, Loss.MSE, wave(), List.of()).findings().stream()
                .filter(f -> f.id().equals("D1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.cause()).isEqualTo(Cause.STUCK_UNITS);
        assertThat(first.why(Locale.ENGLISH))
                .contains("16 of 16 units are dead")
                .doesNotContain("epoch");
    }

    private static Diagnosis weightsAlone(Module net) {
        return Doctor.examine(net, List.of(new Interval(-3, true, 3, true)), List.of("x"));
    }

    @Test
    void weightsAloneProveWhatIsDeadSaturatedEqualAndNoNumber() {
        assertThat(weightsAlone(net("relu")).findings()).isEmpty();
        Sequential dead = net("relu");
        ((Linear) dead.layers().get(0)).bias().set(Tensor.full(-50, 16));
        Finding proved = weightsAlone(dead).findings().getFirst();
        assertThat(proved.cause()).isEqualTo(Cause.PROVED_DEAD);
        assertThat(proved.severity()).isEqualTo(Severity.SERIOUS);
        Sequential flat = net("tanh");
        ((Linear) flat.layers().get(0)).bias().set(Tensor.full(50, 16));
        assertThat(weightsAlone(flat).findings().getFirst().cause()).isEqualTo(Cause.PROVED_SATURATED);
        Sequential equal = net("tanh");
        ((Linear) equal.layers().get(2)).weight().set(Tensor.full(0.1, 16, 16));
        ((Linear) equal.layers().get(2)).bias().set(Tensor.full(0.1, 16));
        assertThat(weightsAlone(equal).findings())
                .anyMatch(f -> f.cause() == Cause.EQUAL_UNITS && f.severity() == Severity.WARNING);
        Sequential none = net("tanh");
        ((Linear) none.layers().get(0)).bias().set(Tensor.full(Double.NaN, 16));
        assertThat(weightsAlone(none).findings()).singleElement().satisfies(f -> {
            assertThat(f.cause()).isEqualTo(Cause.WEIGHTS_NOT_FINITE);
            assertThat(f.where(Locale.ENGLISH)).isEqualTo("parameters 0.bias (layer 1)");
        });
        assertThat(Doctor.examine(none, Loss.MSE, wave(), List.of()).findings()).hasSize(1);
    }

    @Test
    void anInputWithoutWeightsIsNotHeard() {
        Linear first = Linear.of(2, 8, Rng.of(1));
        first.weight().set(first.weight().value().detach().times(Tensor.of(1f, 0f)));
        Module net = Sequential.of(first, Activations.TANH, Linear.of(8, 1, Rng.of(2)));
        Interval one = new Interval(-3, true, 3, true);
        assertThat(Doctor.examine(net, List.of(one, one), List.of("age", "fare"))
                        .findings())
                .singleElement()
                .satisfies(f -> assertThat(f.where(Locale.ENGLISH)).isEqualTo("input fare"));
    }

    @Test
    void aNetworkThatIsNoBetterThanAConstantIsToldSo() {
        Module net = Sequential.of(Linear.of(1, 4, Rng.of(1)), Activations.TANH, Linear.of(4, 1, Rng.of(2)));
        assertThat(Doctor.examine(net, Loss.MSE, wave(), List.of())
                        .findings()
                        .getFirst()
                        .cause())
                .isEqualTo(Cause.NO_BETTER);
    }

    /// One ReLU unit that switches on at 0.5.
    @Test
    void aFitBendsWhereAUnitSwitches() {
        Linear first = new Linear(
                hillock.nn.Parameter.of(Tensor.of(new double[][] {{1}})), hillock.nn.Parameter.of(Tensor.of(-0.5)));
        Module net = Sequential.of(first, Activations.RELU, Linear.of(1, 1, Rng.of(1)));
        Bends bends = Doctor.examine(net, Loss.MSE, wave(), List.of()).bends().orElseThrow();
        Bends.Frame frame = bends.frames().getLast();
        assertThat(frame.count()).isEqualTo(2);
        int at = 0;
        while (frame.regions()[at] == 0) at++;
        double x = bends.low().getFirst()
                + at * (bends.high().getFirst() - bends.low().getFirst()) / (bends.side() - 1);
        assertThat(x).isBetween(0.49, 0.52);
    }

    @Test
    void beforeTheEndThereIsNoDiagnosis() {
        assertThatThrownBy(Doctor.listening()::diagnosis).hasMessage("training is not over");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasItsWordsInBothLanguages(Cause cause) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Finding f = Finding.of(cause, Severity.NOTE, Place.layer(1), 0.5, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(List.of(f.measured(locale), f.why(locale), f.mend(locale), f.guide(locale)))
                    .noneMatch(String::isBlank)
                    .noneMatch(s -> s.contains("{"));
        }
    }

    @Test
    void layersWithTheSameCauseAreOneFindingAboutTheWorst() {
        List<Finding> found = IntStream.of(5, 2, 4, 6)
                .mapToObj(l -> Finding.of(
                        Cause.SATURATED_UNITS, Severity.WARNING, Place.layer(l), 0.1 / l, 0.15, 1, "sigmoid", 0))
                .toList();
        List<Finding> told = Detectors.ranked(found);
        assertThat(told).hasSize(1);
        Finding one = told.getFirst();
        assertThat(one.where(Locale.ENGLISH)).isEqualTo("layers 2, 4 to 6");
        assertThat(one.why(Locale.ENGLISH)).startsWith("Worst in layer 6: Units of this layer");
        assertThat(((Place.Layers) one.place()).parts())
                .extracting(Place.Layers.Part::measure)
                .containsExactly(0.1 / 2, 0.1 / 4, 0.1 / 5, 0.1 / 6);
    }

    @Test
    void ofABirthOnlyWhatIsKnownIsTold() {
        assertThat(birth("", 0)).contains("first the new weights: Infinity");
        assertThat(birth("x * y", 7)).contains("first x * y, in training row 7: Infinity");
    }

    private static String birth(String operator, int row) {
        return Finding.of(
                        Cause.BECAME_INFINITE,
                        Severity.SERIOUS,
                        new Place.Network(),
                        1,
                        0,
                        0,
                        2,
                        3,
                        new Birth.Source(operator),
                        "",
                        "Infinity",
                        new Birth.Row(row),
                        Birth.Phase.STEP,
                        1.0)
                .why(Locale.ENGLISH);
    }

    @Test
    void numbersAreShort() {
        assertThat(List.of(0.04123, 0.999997, 12.0, 3.2e-7, 1e9, Double.NaN))
                .map(Texts::number)
                .containsExactly("0.0412", "0.99999", "12", "3.2e-7", "1e9", "NaN");
    }

    @Test
    void aTrainedNetworkMayBeSure() {
        Linear line = Linear.of(1, 1, Rng.of(1));
        line.weight().set(Tensor.full(100, 1, 1));
        Tensor x = Tensor.linspace(-1, 1, 40).reshape(40, 1);
        Dataset rows = new Dataset(x, x.map(v -> v.sign().plus(1).div(2)));
        assertThat(Doctor.examine(line, Loss.BCE_WITH_LOGITS, rows, List.of()).findings())
                .extracting(Finding::cause)
                .doesNotContain(Cause.CONFIDENT_TOO_EARLY);
    }

    /// All rows twice, then divided: copies, since the numbers stand nowhere else.
    @Test
    void copiedRowsAreAWarning() {
        Dataset once = wave();
        Dataset twice = new Dataset(Tensor.concat(0, once.x(), once.x()), Tensor.concat(0, once.y(), once.y()));
        int[] order = Rng.of(3).permutation(twice.rows());
        Finding f = duplicates(twice, order).getFirst();
        assertThat(f.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(f.why(Locale.ENGLISH)).contains("of 80 validation rows", "hardly by chance");
    }

    /// Columns of few values: rows are equal by chance.
    @Test
    void rowsThatRepeatByNatureAreANote() {
        Rng rng = Rng.of(4);
        double[] x = new double[400 * 3];
        double[] y = new double[400];
        for (int i = 0; i < 400; i++) {
            x[3 * i] = Math.floor(6 * rng.uniform()) - 2.5;
            x[3 * i + 1] = Math.floor(4 * rng.uniform()) - 1.5;
            x[3 * i + 2] = Math.floor(8 * rng.uniform()) - 3.5;
            y[i] = Math.floor(2 * rng.uniform());
        }
        Dataset rows = new Dataset(Tensor.of(x).reshape(400, 3), Tensor.of(y).reshape(400, 1));
        assertThat(duplicates(rows, rng.permutation(400)).getFirst().severity()).isEqualTo(Severity.NOTE);
    }

    /// What is said of every fifth row, in that order, as validation.
    private static List<Finding> duplicates(Dataset all, int[] order) {
        int held = order.length / 5;
        Dataset training = all.select(Arrays.copyOfRange(order, held, order.length));
        Trainer trainer = Trainer.of(Loss.MSE).epochs(1).validation(all.select(Arrays.copyOf(order, held)));
        Module net = Linear.of(all.x().shape().dim(1), 1, Rng.of(1));
        return Doctor.watch(trainer).train(net, training, Rng.of(2), event -> {}).findings().stream()
                .filter(f -> f.cause() == Cause.DUPLICATES)
                .toList();
    }

    @Test
    void targetsThatAreAllTheSameAndOneThatIsFarBeyondTheOthersAreTold() {
        Dataset wave = wave();
        Dataset same = new Dataset(wave.x(), wave.y().times(0).plus(3));
        double[] y = wave.y().toDoubles();
        y[7] = 1e6;
        Dataset wild = new Dataset(wave.x(), Tensor.of(y).unsqueeze(1));
        assertThat(firstCause(same)).isEqualTo(Cause.CONSTANT_TARGETS);
        assertThat(firstCause(wild)).isEqualTo(Cause.OUTLIERS);
    }

    private static Cause firstCause(Dataset data) {
        return Doctor.watch(Trainer.of(Loss.MSE).epochs(20))
                .train(net("relu"), data, Rng.of(2), event -> {})
                .findings()
                .getFirst()
                .cause();
    }
}
