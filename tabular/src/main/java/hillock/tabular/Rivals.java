package hillock.tabular;

import hillock.data.Table;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// The baselines of a fit, each on the rows and features of the network.
final class Rivals {
    /// Steps of the forest, a few seconds.
    private static final double WORK = 4e8;
    private static final double WORK_PER_SECOND = 1e8;
    /// The part of a time limit that the forest may take.
    private static final double SHARE = 0.1;

    private Rivals() {}

    /// The constant, the linear model, the nearest neighbours and the trees.
    ///
    /// @param limit of the whole fit: less work is done for a shorter one, so much for each limit
    static Map<Contender, Baseline> fit(Encoded x, TargetEncoding encoding, Table rows, Duration limit, long seed) {
        double work = Math.min(WORK, WORK_PER_SECOND * SHARE * limit.toMillis() / 1000);
        Rng rng = Rng.of(seed);
        Map<Contender, Baseline> rivals = new EnumMap<>(Contender.class);
        if (encoding.task().isClassification()) {
            int[] y = encoding.classIndices(rows);
            int classes = encoding.classes().size();
            rivals.put(Contender.TREES, Baseline.trees(x, y, classes, work, rng.split()));
            rivals.put(Contender.NEIGHBOURS, Baseline.neighbours(x, y, classes, rng.split()));
            rivals.put(Contender.LINEAR, Baseline.linear(x, y, classes));
            rivals.put(Contender.CONSTANT, Baseline.constant(y, classes));
        } else {
            double[] y = encoding.numbers(rows);
            rivals.put(Contender.TREES, Baseline.trees(x, y, work, rng.split()));
            rivals.put(Contender.NEIGHBOURS, Baseline.neighbours(x, y, rng.split()));
            rivals.put(Contender.LINEAR, Baseline.linear(x, y));
            rivals.put(Contender.CONSTANT, Baseline.constant(y));
        }
        return rivals;
    }
}
