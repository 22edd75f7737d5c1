package hillock.tabular;

import hillock.data.Table;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The baselines of a fit, each on the rows and features of the network. Of a time limit each is meant to
/// take a tenth: it is fitted on as few rows as that needs by an estimate of the work, which depends on
/// the limit and the sizes alone, never on the clock.
final class Rivals {
    /// Steps of the forest, a few seconds.
    private static final double TREES = 4e8;
    private static final double TREES_PER_SECOND = 1e8;
    /// Multiply-adds of a core in a second, with a margin.
    private static final double PRODUCTS_PER_SECOND = 5e8;
    /// The part of a time limit that one of them may take.
    private static final double SHARE = 0.1;

    private Rivals() {}

    /// The constant, the linear model, the nearest neighbours and the trees.
    ///
    /// @param asked rows that each will have to answer
    /// @param limit of the whole fit: less work is done for a shorter one, so much for each limit
    static Map<Contender, Baseline> fit(
            Encoded x, TargetEncoding encoding, Table rows, int asked, Duration limit, long seed) {
        double seconds = SHARE * limit.toMillis() / 1000;
        double work = Math.min(TREES, TREES_PER_SECOND * seconds);
        double products = PRODUCTS_PER_SECOND * seconds;
        int kept = (int) Math.min(Neighbours.MOST_NUMBERS, products / (asked + Neighbours.ASKED));
        Rng rng = Rng.of(seed);
        Map<Contender, Baseline> rivals = new EnumMap<>(Contender.class);
        if (encoding.task().isClassification()) {
            int[] y = encoding.classIndices(rows);
            int classes = encoding.classes().size();
            rivals.put(Contender.TREES, Baseline.trees(x, y, classes, work, rng.split()));
            rivals.put(Contender.NEIGHBOURS, Baseline.neighbours(x, y, classes, kept, rng.split()));
            rivals.put(Contender.LINEAR, Baseline.linear(x, y, classes, products));
            rivals.put(Contender.CONSTANT, Baseline.constant(y, classes));
        } else {
            double[] y = encoding.numbers(rows);
            rivals.put(Contender.TREES, Baseline.trees(x, y, work, rng.split()));
            rivals.put(Contender.NEIGHBOURS, Baseline.neighbours(x, y, kept, rng.split()));
            rivals.put(Contender.LINEAR, Baseline.linear(x, y, products));
            rivals.put(Contender.CONSTANT, Baseline.constant(y));
        }
        return rivals;
    }
}
