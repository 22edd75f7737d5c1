package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.nn.Event;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Whether the logarithm of a target is to be learnt. It is tried where all of this holds on the
/// training rows:
///
/// - numbers from 0 up, with a skewness of at least 1 that the logarithm halves at least;
/// - 100 rows and two inputs or more: a curve is learnt as it is;
/// - the target varies the more the larger it is. Of each row and its nearest neighbours among
///   the inputs the deviation and the mean are taken: if `deviation ∝ meanᵇ`, then `y^(1−b)`
///   varies evenly (Tukey's spread-versus-level plot,
///   *Exploratory Data Analysis* 1977), and from `b = 0.5` up the logarithm is nearer to that than `y` is.
///
/// Then it is learnt if in trials on held-back training rows the squared errors, in the target's
/// own unit, are smaller by more than chance. They often are not: small values gain by it what
/// large ones lose.
final class LogRule {
    private static final int FEWEST_ROWS = 100;
    private static final int FEWEST_INPUTS = 2;
    private static final double SKEWED = 1;
    private static final double SLOPE = 0.5;
    private static final int MOST_ROWS = 500;
    private static final int NEIGHBOURS = 8;
    private static final int TRIAL_ROWS = 2000;
    private static final int ROUNDS = 2;
    private static final int SHARE_OF_TIME = 4;

    private LogRule() {}

    static TargetTransform wanted(Target target, Table rows) {
        if (target.task().isClassification())
            throw new BadInput("the target \"" + target.name() + "\" holds classes, which have no logarithm: leave out"
                    + " --target-transform, or use --task regression.");
        Column column = Target.column(rows, target.name());
        double[] y = new double[rows.rows()];
        for (int row = 0; row < y.length; row++) {
            y[row] = column.number(row);
            if (y[row] < 0)
                throw new BadInput(rows.source() + ", line " + rows.line(row) + ": the target \"" + target.name()
                        + "\" is " + column.cells().get(row)
                        + ", and numbers below 0 have no logarithm: use --target-transform none.");
        }
        return TargetTransform.log(y);
    }

    static TargetTransform choose(Study study, Recipe recipe, Consumer<Event> listener) {
        long begun = System.nanoTime();
        TargetTransform log = candidate(study.target(), study.schema(), study.training());
        return log != TargetTransform.NONE && helps(study, log, recipe, begun, listener) ? log : TargetTransform.NONE;
    }

    private static boolean helps(
            Study study, TargetTransform log, Recipe recipe, long begun, Consumer<Event> listener) {
        Study part = study.sample(TRIAL_ROWS, Rng.of(recipe.seed()));
        Duration limit = recipe.timeLimit().dividedBy(SHARE_OF_TIME);
        Recipe trial = ActivationTrials.trial(recipe, part, part.preparation());
        double[] plain = new double[0];
        double[] logged = new double[0];
        for (int round = 0; round < ROUNDS; round++) {
            // Where the time is short, the rounds that were finished decide; without any, nothing speaks for it.
            Duration each = limit.minusNanos(System.nanoTime() - begun).dividedBy(2L * (ROUNDS - round));
            if (each.compareTo(limit.dividedBy(4L * ROUNDS)) < 0) break;
            Recipe timed = trial.timeLimit(each);
            Study inner = part.again(Rng.of(recipe.seed() + 1 + round));
            plain = joined(plain, squares(inner.learning(TargetTransform.NONE), timed, listener));
            logged = joined(logged, squares(inner.learning(log), timed, listener));
            if (recipe.stop().getAsBoolean()) return false;
        }
        return plain.length > 0
                && Contest.ofLosses(logged, plain, Student.Chance.ONCE_IN_20).outcome() == Contest.Outcome.BETTER;
    }

    /// The squared error of each validation row, in the target's own unit.
    private static double[] squares(Study study, Recipe trial, Consumer<Event> listener) {
        Model model = study.train(trial, listener).model();
        double[] actual = model.target().numbers(study.validation());
        double[] answers = ((Predictions.Numbers) model.predict(study.validation())).values();
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> (answers[i] - actual[i]) * (answers[i] - actual[i]))
                .toArray();
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    static TargetTransform candidate(Target target, Schema schema, Table training) {
        boolean pictures = schema.used().stream().anyMatch(ColumnInfo.Pixels.class::isInstance);
        if (target.task().isClassification()
                || training.rows() < FEWEST_ROWS
                || schema.used().size() < FEWEST_INPUTS
                || pictures) return TargetTransform.NONE;
        double[] y = TargetEncoding.of(target, training).numbers(training);
        if (Arrays.stream(y).anyMatch(v -> v < 0)) return TargetTransform.NONE;
        TargetTransform log = TargetTransform.log(y);
        double skewness = Spread.of(y).orElseThrow().skewness();
        double left = Spread.of(Arrays.stream(y).map(log::apply).toArray())
                .orElseThrow()
                .skewness();
        if (skewness < SKEWED || Math.abs(left) > skewness / 2) return TargetTransform.NONE;
        return slope(schema, training, y) >= SLOPE ? log : TargetTransform.NONE;
    }

    /// The slope b of the logarithm of the local deviation over that of the local mean, by least squares.
    static double slope(Schema schema, Table training, double[] y) {
        int count = Math.min(MOST_ROWS, y.length);
        int[] some = IntStream.range(0, count)
                .map(i -> (int) ((long) i * y.length / count))
                .toArray();
        Encoded x = Preparation.of(schema, training).apply(training.select(some));
        double[] levels = new double[count];
        double[] spreads = new double[count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            double[] near =
                    Arrays.stream(nearest(x, i)).mapToDouble(j -> y[some[j]]).toArray();
            double mean = Moments.mean(near);
            double deviation = Moments.deviation(near, mean);
            if (mean <= 0 || deviation == 0) continue;
            levels[used] = StrictMath.log(mean);
            spreads[used++] = StrictMath.log(deviation);
        }
        return slope(Arrays.copyOf(levels, used), Arrays.copyOf(spreads, used));
    }

    private static double slope(double[] x, double[] y) {
        double mx = Moments.mean(x);
        double my = Moments.mean(y);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - mx) * (y[i] - my);
            squares += (x[i] - mx) * (x[i] - mx);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /// The row itself and those nearest to it.
    private static int[] nearest(Encoded x, int row) {
        int features = x.features();
        double[] distances = new double[x.rows()];
        for (int other = 0; other < distances.length; other++) {
            for (int f = 0; f < features; f++) {
                double d = x.values()[row * features + f] - x.values()[other * features + f];
                distances[other] += d * d;
            }
        }
        return IntStream.range(0, distances.length)
                .boxed()
                .sorted((a, b) -> Double.compare(distances[a], distances[b]))
                .limit(NEIGHBOURS + 1)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
