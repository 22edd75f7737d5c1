package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    private static Verdict of(double[] actual, double[] network, double[] linear, double[] constant) {
        return Verdict.ofNumbers(
                actual, Map.of(Contender.NETWORK, network, Contender.LINEAR, linear, Contender.CONSTANT, constant));
    }

    private static Verdict of(int[] actual, double[][] network, double[][] linear, double[][] constant) {
        return Verdict.ofClasses(
                actual, Map.of(Contender.NETWORK, network, Contender.LINEAR, linear, Contender.CONSTANT, constant));
    }

    /// Actual values of spread 10, and predictions whose errors have the given spreads.
    private static Verdict numbers(int rows, double network, double linear) {
        Random random = new Random(rows);
        double[] actual = new double[rows];
        double[] byNetwork = new double[rows];
        double[] byLine = new double[rows];
        for (int i = 0; i < rows; i++) {
            actual[i] = 50 + 10 * random.nextGaussian();
            byNetwork[i] = network < 0 ? 50 + random.nextGaussian() : actual[i] + network * random.nextGaussian();
            byLine[i] = linear < 0 ? 50 : actual[i] + linear * random.nextGaussian();
        }
        double[] mean = new double[rows];
        java.util.Arrays.fill(mean, 50);
        return of(actual, byNetwork, byLine, mean);
    }

    /// Two equal classes; the first rows are right. Right answers have the given probability.
    private static Verdict classes(int rows, int network, int linear, double sureNetwork, double sureLinear) {
        int[] actual = new int[rows];
        double[][] constant = new double[rows][];
        for (int i = 0; i < rows; i++) {
            actual[i] = i % 2;
            constant[i] = new double[] {0.5, 0.5};
        }
        return of(actual, answers(actual, network, sureNetwork), answers(actual, linear, sureLinear), constant);
    }

    private static double[][] answers(int[] actual, int right, double sure) {
        double[][] p = new double[actual.length][2];
        for (int i = 0; i < p.length; i++) {
            int said = i < right ? actual[i] : 1 - actual[i];
            p[i][said] = sure;
            p[i][1 - said] = 1 - sure;
        }
        return p;
    }

    @ParameterizedTest(name = "{0} rows, errors {1} and {2}: {3}")
    @CsvSource({
        "100, 2, 5, WORTH_IT",
        "100, 5, 5, LINEAR_DOES",
        "100, 5, 2, LINEAR_IS_BETTER",
        "100, -1, 2, LINEAR_IS_BETTER",
        "100, -1, -1, NOTHING_LEARNT",
        "100, -1, 40, NOTHING_LEARNT",
        "20, 0.1, 8, WORTH_IT",
        "20, 5, 5, TOO_FEW_ROWS",
        "9, 0.01, 8, WORTH_IT",
        "9, 8, 0.01, LINEAR_IS_BETTER",
        "9, 5, 5, TOO_FEW_ROWS",
        "4, 0.01, 8, TOO_FEW_ROWS"
    })
    void comparesNumbers(int rows, double network, double linear, Verdict.Kind kind) {
        assertThat(numbers(rows, network, linear).kind()).isEqualTo(kind);
    }

    /// An answer that is infinitely wrong has no mean to compare.
    @ParameterizedTest
    @CsvSource({
        "1, Infinity, BETTER",
        "Infinity, 1, WORSE",
        "NaN, 1, WORSE",
        "1, NaN, BETTER",
        "Infinity, Infinity, SAME",
        "1, 1, SAME"
    })
    void infiniteLossesLose(double network, double linear, Contest.Outcome outcome) {
        double[] own = {1, 2, network, 1, 2, 1};
        double[] rival = {1, 2, linear, 1, 2, 1};
        assertThat(Contest.ofLosses(own, rival, Student.Chance.ONCE_IN_20).outcome())
                .isEqualTo(outcome);
        assertThat(Contest.ofFolds(own, rival, 0.25, Student.Chance.ONCE_IN_20).outcome())
                .isEqualTo(outcome);
        Evidence evidence =
                Evidence.of(new double[6], Map.of(Contender.NETWORK, roots(own), Contender.LINEAR, roots(rival)));
        assertThat(evidence.between(Contender.NETWORK, Contender.LINEAR).outcome())
                .isEqualTo(outcome);
    }

    private static double[] roots(double[] squares) {
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /// A difference of 100 times is seen on few rows and through heavy tails, one by chance hardly ever. Of
    /// errors without any difference one model of two is called better in at most 5 of 100 tables.
    @ParameterizedTest(name = "{0} rows, error of the line {1} times the network''s: {2} to {3} % seen")
    @CsvSource({
        "5, 1, 0, 5",
        "8, 1, 0, 5",
        "12, 1, 0, 5",
        "30, 1, 0, 6",
        "200, 1, 0, 6",
        "8, 100, 98, 100",
        "12, 100, 99, 100",
        "30, 100, 99, 100",
        "200, 100, 99, 100",
        "30, 1.1, 0, 12",
        "12, 3, 30, 90"
    })
    void seesLargeDifferencesAndNoneByChance(int rows, double times, double least, double most) {
        Random random = new Random(rows);
        int tables = 1000;
        int seen = 0;
        for (int k = 0; k < tables; k++) {
            double[] network = new double[rows];
            double[] linear = new double[rows];
            for (int i = 0; i < rows; i++) {
                network[i] = heavyTailed(random);
                linear[i] = times * heavyTailed(random);
            }
            Evidence evidence =
                    Evidence.of(new double[rows], Map.of(Contender.NETWORK, network, Contender.LINEAR, linear));
            Contest contest = evidence.between(Contender.NETWORK, Contender.LINEAR);
            if (contest.outcome() != Contest.Outcome.SAME) seen++;
        }
        assertThat(100.0 * seen / tables).isBetween(least, most);
    }

    /// Student's t with 3 degrees of freedom.
    private static double heavyTailed(Random random) {
        double squares = 0;
        for (int i = 0; i < 3; i++) squares += Math.pow(random.nextGaussian(), 2);
        return random.nextGaussian() / Math.sqrt(squares / 3);
    }

    @ParameterizedTest(name = "{0} rows, {1} and {2} right: {5}")
    @CsvSource({
        "100, 95, 80, 0.9, 0.9, WORTH_IT, accuracy",
        "100, 86, 80, 0.9, 0.9, WORTH_IT, accuracy",
        "100, 85, 80, 0.9, 0.9, LINEAR_DOES, log_loss",
        "100, 80, 95, 0.9, 0.9, LINEAR_IS_BETTER, accuracy",
        "100, 90, 90, 0.9, 0.6, WORTH_IT, log_loss",
        "100, 90, 90, 0.999999, 0.9, LINEAR_IS_BETTER, log_loss",
        "100, 50, 50, 0.5, 0.5, NOTHING_LEARNT, log_loss",
        "100, 50, 90, 0.6, 0.9, LINEAR_IS_BETTER, accuracy",
        "20, 19, 18, 0.9, 0.9, TOO_FEW_ROWS, log_loss",
        "20, 20, 12, 0.9, 0.9, WORTH_IT, accuracy"
    })
    void comparesClasses(int rows, int network, int linear, double a, double b, Verdict.Kind kind, String by) {
        Verdict verdict = classes(rows, network, linear, a, b);
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.decidedBy()).isEqualTo(by);
    }

    /// Errors of the given spreads, on 100 rows whose actual values have the spread 10.
    @ParameterizedTest(name = "network {0}, linear {1}, neighbours {2}, trees {3}: {4} {5}")
    @CsvSource({
        "5, 8, 8, 2, RIVAL_IS_BETTER, TREES",
        "5, 8, 2, 2, RIVAL_IS_BETTER, NEIGHBOURS",
        "5, 8, 3, 1, RIVAL_IS_BETTER, TREES",
        "5, 2, 8, 2, LINEAR_IS_BETTER, LINEAR",
        "5, 2, 8, 0.5, RIVAL_IS_BETTER, TREES",
        "2, 5, 8, 2, WORTH_IT, LINEAR",
        "30, 30, 30, 3, RIVAL_IS_BETTER, TREES",
        "30, 30, 30, 30, NOTHING_LEARNT, LINEAR"
    })
    void namesTheRivalToUse(
            double network, double linear, double near, double trees, Verdict.Kind kind, Contender rival) {
        Random random = new Random(7);
        double[] actual = random.doubles(100, -17, 17).toArray();
        Map<Contender, double[]> answers = new EnumMap<>(Contender.class);
        answers.put(Contender.NETWORK, wrongBy(network, actual, random));
        answers.put(Contender.TREES, wrongBy(trees, actual, random));
        answers.put(Contender.NEIGHBOURS, wrongBy(near, actual, random));
        answers.put(Contender.LINEAR, wrongBy(linear, actual, random));
        answers.put(Contender.CONSTANT, new double[100]);
        Verdict verdict = Verdict.ofNumbers(actual, answers);
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.rival()).isEqualTo(rival);
        if (kind != Verdict.Kind.WORTH_IT) return;
        assertThat(verdict.asGood()).containsExactly(Contender.TREES);
        assertThat(verdict.sentence(Locale.ENGLISH)).endsWith("; a forest of decision trees does about as well.");
    }

    /// Where all are right on every row, a rival that is a little surer is no better.
    @ParameterizedTest(name = "network {0} sure, trees {1} sure: {2}")
    @CsvSource({"0.97, 0.98, WORTH_IT", "0.9, 0.98, RIVAL_IS_BETTER"})
    void slightlyBetterProbabilitiesAreNotEnough(double network, double trees, Verdict.Kind kind) {
        int[] actual = new int[100];
        double[][] even = new double[100][];
        for (int i = 0; i < 100; i++) {
            actual[i] = i % 2;
            even[i] = new double[] {0.5, 0.5};
        }
        Verdict verdict = Verdict.ofClasses(
                actual,
                Map.of(
                        Contender.NETWORK, answers(actual, 100, network),
                        Contender.TREES, answers(actual, 100, trees),
                        Contender.LINEAR, answers(actual, 70, 0.8),
                        Contender.CONSTANT, even));
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    private static double[] wrongBy(double spread, double[] actual, Random random) {
        return Arrays.stream(actual)
                .map(v -> v + spread * random.nextGaussian())
                .toArray();
    }

    @Test
    void speaksPlainly() {
        assertThat(classes(100, 95, 80, 0.9, 0.9).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "The network is worth it: it is right on 95 % of 100 rows that it had not seen, a linear model "
                                + "on 80 %.");
        assertThat(classes(1000, 950, 952, 0.9, 0.9).sentence(Locale.US))
                .isEqualTo(
                        "A linear model does as well, use it: it is right on 95.2 % of 1000 rows that neither had seen, "
                                + "the network on 95.0 %, which is no real difference.");
        assertThat(classes(100, 95, 80, 0.9, 0.9).sentence(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("神经网络值得用：在 100 行未见过的数据上，它答对 95 %，线性模型答对 80 %。");
        assertThat(of(new double[20], filled(2), filled(4), filled(3)).sentence(Locale.ENGLISH))
                .isEqualTo(
                        "The network is worth it: on 20 rows that it had not seen its typical error is 2, a straight "
                                + "line's is 4: 50 % less.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "zh-TW", "de"})
    void hasASentenceForEachKind(String tag) {
        List<Contender> both = List.of(Contender.NEIGHBOURS, Contender.TREES);
        for (List<Contender> alike : List.of(both, both.subList(0, 1), both.subList(1, 2), List.<Contender>of()))
            hasSentences(tag, alike);
    }

    private static void hasSentences(String tag, List<Contender> alike) {
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            for (String by : new String[] {"rmse", "mae", "f1", "accuracy", "log_loss"}) {
                boolean rmse = by.equals("rmse") || by.equals("mae");
                OptionalInt rare = by.equals("f1") ? OptionalInt.of(12) : OptionalInt.empty();
                for (double noise : new double[] {0.15, 0.5}) {
                    Verdict verdict = new Verdict(
                            kind, by, Contender.TREES, alike, rmse ? 0.07 : 0.9, 0.95, 0.8, 0.5, 0.1, noise, 123, rare);
                    assertThat(verdict.sentence(Locale.forLanguageTag(tag)))
                            .contains("123")
                            .doesNotContain("{", "''")
                            .matches(tag.startsWith("zh") ? ".*[一-龥].*。" : "[ -~]+\\.");
                }
            }
        }
    }

    /// One row of a rare class says nothing, however sure all others make the difference look.
    @ParameterizedTest(name = "{0} of 400 rows are rare: {1}")
    @CsvSource({"1, TOO_FEW_ROWS", "4, TOO_FEW_ROWS", "8, WORTH_IT", "40, WORTH_IT"})
    void rowsOfARareClassAreCounted(int rows, Verdict.Kind kind) {
        int[] actual = new int[400];
        Arrays.fill(actual, 0, rows, 1);
        Map<Contender, Predictions> answers = Map.of(
                Contender.NETWORK, sure(actual, 0.99),
                Contender.LINEAR, sure(actual, 0.9),
                Contender.CONSTANT, new Predictions.Classes(List.of("n", "y"), shares(actual.length, 0.3)));
        Verdict verdict = Verdict.of(Evidence.of(new Known.Classes(actual, OptionalInt.of(1)), answers));
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.rare()).hasValue(rows);
        String sentence = verdict.sentence(Locale.ENGLISH);
        if (kind == Verdict.Kind.WORTH_IT) assertThat(sentence).contains("the log loss is lower by 0.095");
        else assertThat(sentence).contains("of 400 rows that neither had seen " + rows + " are of it");
    }

    private static Predictions.Classes sure(int[] actual, double sure) {
        return new Predictions.Classes(List.of("n", "y"), answers(actual, actual.length, sure));
    }

    private static double[][] shares(int rows, double rare) {
        double[][] p = new double[rows][];
        Arrays.fill(p, new double[] {1 - rare, rare});
        return p;
    }

    /// A wild row decides by squares, not by sizes.
    @Test
    void sizesOfErrorsMayDecide() {
        double[] actual = filled(1);
        actual[0] = 1e6;
        Map<Contender, double[]> answers =
                Map.of(Contender.NETWORK, filled(1.001), Contender.LINEAR, filled(2), Contender.CONSTANT, filled(5e4));
        Evidence evidence = Evidence.of(actual, answers);
        assertThat(Verdict.of(evidence).kind()).isNotEqualTo(Verdict.Kind.WORTH_IT);
        Verdict verdict = Verdict.of(evidence.absolute(true));
        assertThat(verdict.decidedBy()).isEqualTo("mae");
        assertThat(verdict.network()).isCloseTo(50_000, Offset.offset(10.0));
        assertThat(verdict.sentence(Locale.ENGLISH)).contains("typical error");
    }

    @Test
    void saysWhatIsNotSure() {
        Verdict numbers = new Verdict(
                Verdict.Kind.LINEAR_DOES,
                "rmse",
                Contender.LINEAR,
                List.of(),
                1.7,
                1.96,
                1.96,
                2.7,
                0.94,
                1.1,
                120,
                OptionalInt.empty());
        assertThat(numbers.sentence(Locale.ENGLISH))
                .startsWith("The network may be better than a straight line, but that is not sure: on 120 rows");
        assertThat(of(new double[20], filled(0.001), filled(1), filled(3)).sentence(Locale.ENGLISH))
                .endsWith("its typical error is 0.001, a straight line's is 1, 1000 times as large.");
    }

    @Test
    void theLanguageIsTheOneAskedFor() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(classes(100, 95, 80, 0.9, 0.9).sentence(Locale.ENGLISH)).startsWith("The network");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNetworkThatFellApartIsWorse() {
        double[] actual = filled(1);
        for (int i = 0; i < 10; i++) actual[i] = -1;
        double[] nan = filled(Double.NaN);
        Verdict verdict = of(actual, nan, actual.clone(), filled(0));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.LINEAR_IS_BETTER);
        assertThat(verdict.sentence(Locale.ENGLISH)).endsWith("its typical error is 0, the network's is ?.");
    }

    @Test
    void rowsMustMatch() {
        assertThatThrownBy(() -> of(new double[20], new double[19], new double[20], new double[20]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network has answers for 19 rows, but there are 20 actual values");
    }

    private static double[] filled(double value) {
        double[] values = new double[20];
        java.util.Arrays.fill(values, value);
        return values;
    }

    /// Five folds are five comparisons, however many rows are in each: that they differ does not
    /// say that nothing was learnt.
    @ParameterizedTest
    @CsvSource({
        "1.4 1.0 0.6 0.4 0.1, TOO_FEW_ROWS",
        "0.7 0.7 0.7 0.7 0.6, LINEAR_DOES",
        "0.1 -0.1 0.1 -0.1 0, NOTHING_LEARNT"
    })
    void foldsThatDifferDoNotSayThatNothingWasLearnt(String gains, Verdict.Kind expected) {
        List<Evidence> folds = Arrays.stream(gains.split(" "))
                .map(Double::parseDouble)
                .map(gain -> Evidence.of(
                        new double[50],
                        Map.of(
                                Contender.NETWORK, errors(2 - gain),
                                Contender.LINEAR, errors(2 - gain),
                                Contender.CONSTANT, errors(2))))
                .toList();
        assertThat(Verdict.of(Evidence.ofFolds(folds, 250, 0.25)).kind()).isEqualTo(expected);
    }

    /// Answers with that squared error.
    private static double[] errors(double squared) {
        double[] answers = new double[50];
        Arrays.fill(answers, Math.sqrt(squared));
        return answers;
    }
}
