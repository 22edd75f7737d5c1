package hillock.tabular;

import hillock.tensor.Rng;
import java.util.Arrays;

/// The k nearest training rows answer together: the mean of their numbers, or `(rows of the class
/// + share of the class)/(k + 1)`, which is never 0. Near is Euclidean, on features scaled to
/// deviation 1. Of the [#CHOICES] for k that one is taken which does best on training rows, each
/// asked about with itself left out.
///
/// At most [#MOST_NUMBERS] numbers are kept; where there are more the rows are drawn at random.
final class Neighbours implements Baseline {
    static final int MOST_NUMBERS = 200_000;
    private static final int FEWEST_KEPT = 300;
    private static final int[] CHOICES = {1, 2, 3, 5, 8, 13, 21, 34, 55};
    /// Rows by which k is chosen.
    static final int ASKED = 400;

    private final Answers answers;
    private final int features;
    private final double[] scales;
    private final float[] x;
    private final int k;

    private Neighbours(Answers answers, int features, double[] scales, float[] x, int k) {
        this.answers = answers;
        this.features = features;
        this.scales = scales;
        this.x = x;
        this.k = k;
    }

    /// @param numbers how many are kept at most; 300 rows always are
    static Neighbours of(Encoded x, Answers all, int numbers, Rng rng) {
        int most = Math.max(FEWEST_KEPT, numbers / x.features());
        int[] rows = rng.permutation(x.rows());
        if (rows.length > most) rows = Arrays.copyOf(rows, most);
        Answers answers = all.select(rows);
        double[] scales = scales(x);
        float[] kept = new float[rows.length * x.features()];
        for (int i = 0; i < rows.length; i++)
            System.arraycopy(scaled(x, rows[i], scales), 0, kept, i * x.features(), x.features());
        return new Neighbours(
                answers, x.features(), scales, kept, new Neighbours(answers, x.features(), scales, kept, 1).best());
    }

    /// How many neighbours are asked.
    int k() {
        return k;
    }

    int rows() {
        return answers.rows();
    }

    @Override
    public boolean classifies() {
        return answers.classifies();
    }

    double[][] outputs(Encoded rows) {
        double[][] outputs = new double[rows.rows()][];
        double[] shares = answers.shares();
        InOrder.rows(
                outputs.length, i -> outputs[i] = answers.mean(nearest(scaled(rows, i, scales), -1, k), k, shares));
        return outputs;
    }

    private int best() {
        double[] losses = new double[CHOICES.length];
        int most = Math.min(CHOICES[CHOICES.length - 1], rows() - 1);
        int[][] near = new int[most > 0 ? Math.min(ASKED, rows()) : 0][];
        InOrder.rows(
                near.length,
                row -> near[row] = nearest(Arrays.copyOfRange(x, row * features, (row + 1) * features), row, most));
        double[] shares = answers.shares();
        for (int row = 0; row < near.length; row++) {
            for (int c = 0; c < CHOICES.length && CHOICES[c] <= most; c++)
                losses[c] += answers.loss(row, answers.mean(near[row], CHOICES[c], shares));
        }
        int best = 0;
        for (int c = 1; c < CHOICES.length && CHOICES[c] <= most; c++) if (losses[c] < losses[best]) best = c;
        return CHOICES[best];
    }

    /// The nearest rows, the nearest first, of equally near ones the first.
    private int[] nearest(float[] to, int without, int count) {
        int[] near = new int[count];
        float[] distances = new float[count];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        int found = 0;
        for (int row = 0; row < rows(); row++) {
            float distance = distance(to, row);
            if (row == without || (found == count && distance >= distances[count - 1])) continue;
            int place = found < count ? found++ : count - 1;
            for (; place > 0 && distances[place - 1] > distance; place--) {
                distances[place] = distances[place - 1];
                near[place] = near[place - 1];
            }
            distances[place] = distance;
            near[place] = row;
        }
        return found == count ? near : Arrays.copyOf(near, found);
    }

    private float distance(float[] to, int row) {
        float sum = 0;
        int from = row * features;
        for (int j = 0; j < features; j++) {
            float d = to[j] - x[from + j];
            sum += d * d;
        }
        return sum;
    }

    private static float[] scaled(Encoded x, int row, double[] scales) {
        float[] scaled = new float[scales.length];
        for (int j = 0; j < scaled.length; j++) scaled[j] = (float) (x.values()[row * scales.length + j] * scales[j]);
        return scaled;
    }

    private static double[] scales(Encoded x) {
        double[] scales = new double[x.features()];
        double[] column = new double[x.rows()];
        for (int j = 0; j < scales.length; j++) {
            for (int i = 0; i < column.length; i++) column[i] = x.values()[i * x.features() + j];
            double deviation = Moments.deviation(column, Moments.mean(column));
            scales[j] = deviation > 0 ? 1 / deviation : 0;
        }
        return scales;
    }
}
