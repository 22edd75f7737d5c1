package hillock.tabular;

import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A random forest (Breiman 2001): trees on bootstrap samples of the rows, each split the best
/// among a random third of the features (numbers) or their square root (classes); the trees'
/// answers are averaged. Of classes the shares among all rows count as one tree more, so that no
/// probability is 0.
///
/// Features are cut at 255 quantiles at most. 200 trees are grown, fewer down to 50 where that
/// would take longer than some seconds, then on fewer rows, drawn at random, and then fewer
/// features are looked at. How many depends on the sizes alone, never on the clock.
final class Forest implements Baseline {
    private static final int MOST_TREES = 200;
    private static final int FEWEST_TREES = 50;
    private static final int FEWEST_ROWS = 500;

    private final List<Tree> trees;
    private final boolean classifies;
    /// The shares of the classes; of numbers, their mean, which the trees leave aside so that sums
    /// keep their digits.
    private final double[] prior;
    private final int rows;

    private Forest(List<Tree> trees, boolean classifies, double[] prior, int rows) {
        this.trees = trees;
        this.classifies = classifies;
        this.prior = prior;
        this.rows = rows;
    }

    /// @param work a bound on the steps of all trees: a core does some 10⁸ in a second
    static Forest of(Encoded x, Answers y, double work, Rng rng) {
        int features = x.features();
        int tried = y.classifies()
                ? (int) Math.ceil(Math.sqrt(features))
                : Math.max(Math.min(3, features), (features + 2) / 3);
        int rows = x.rows();
        while (rows > FEWEST_ROWS && cost(rows, tried) * FEWEST_TREES > work)
            rows = Math.max(FEWEST_ROWS, rows * 9 / 10);
        while (tried > Math.sqrt(features) && cost(rows, tried) * FEWEST_TREES > work) tried = tried * 9 / 10;
        int looked = tried;
        int count = (int) Math.clamp(work / cost(rows, tried), FEWEST_TREES, MOST_TREES);
        int[] all = rng.permutation(x.rows());
        int[] used = rows < x.rows() ? Arrays.copyOf(all, rows) : all;
        Arrays.sort(used);
        Answers answers = y.select(used);
        double[] prior = y.classifies() ? answers.shares() : new double[] {Moments.mean(answers.weights())};
        if (!y.classifies()) answers = answers.minus(prior[0]);
        Bins bins = Bins.of(x, used);
        Answers known = answers;
        List<Rng> rngs = Stream.generate(rng::split).limit(count).toList();
        List<Tree> trees = InOrder.of(count, t -> new Grower(bins, known, looked, rngs.get(t)).grow());
        return new Forest(trees, y.classifies(), prior, rows);
    }

    private static double cost(int rows, int tried) {
        return rows * (double) tried * Math.log(rows + 1.0) / Math.log(2);
    }

    /// How many there are.
    int trees() {
        return trees.size();
    }

    int rows() {
        return rows;
    }

    @Override
    public boolean classifies() {
        return classifies;
    }

    double[][] outputs(Encoded x) {
        double[][] outputs = new double[x.rows()][prior.length];
        InOrder.rows(outputs.length, i -> {
            double[] sum = outputs[i];
            for (Tree tree : trees) tree.addTo(sum, x.values(), i * x.features());
            for (int c = 0; c < sum.length; c++)
                sum[c] = classifies ? (sum[c] + prior[c]) / (trees.size() + 1) : prior[c] + sum[c] / trees.size();
        });
        return outputs;
    }
}
