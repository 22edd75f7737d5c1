package hillock.tabular;

import hillock.tensor.Rng;
import java.util.Arrays;

/// Grows one tree on a bootstrap sample. A split is the one that leaves the least squared error, which for classes is
/// the Gini impurity: the largest `Σ_c s_c²/n` of both sides together, `s_c` being a side's sum of weights of class c.
final class Grower {
    /// Below that many rows sorting them is faster than filling bins.
    private static final int FEW = 128;

    private final Bins bins;
    private final Answers answers;
    private final int tried;
    private final int smallest;
    private final Rng rng;
    private final int[] rows;
    private final int[] features;
    private final double[] sums;
    private final int[] counts = new int[256];
    private final double[] left;
    private final double[] total;
    private final long[] sorted = new long[FEW];

    private int nodes;
    private int[] feature = new int[64];
    private float[] threshold = new float[64];
    private int[] leftChild = new int[64];
    private int[] rightChild = new int[64];
    private float[] leaves = new float[64];
    private int leafEnd;

    private double bestGain;
    private int bestFeature;
    private int bestCode;

    Grower(Bins bins, Answers answers, int tried, Rng rng) {
        this.bins = bins;
        this.answers = answers;
        this.tried = tried;
        this.smallest = answers.classifies() ? 1 : 2;
        this.rng = rng;
        this.rows = new int[bins.rows()];
        this.features = new int[bins.codes().length];
        this.sums = new double[256 * answers.classes()];
        this.left = new double[answers.classes()];
        this.total = new double[answers.classes()];
    }

    Tree grow() {
        for (int i = 0; i < rows.length; i++) rows[i] = rng.nextInt(rows.length);
        Arrays.sort(rows); // memory is read in order
        for (int j = 0; j < features.length; j++) features[j] = j;
        node(0, rows.length);
        return new Tree(
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(leftChild, nodes),
                Arrays.copyOf(rightChild, nodes),
                Arrays.copyOf(leaves, leafEnd));
    }

    /// Trees on random samples are some dozens of levels deep: recursion does.
    private int node(int from, int to) {
        int node = add();
        Arrays.fill(total, 0);
        for (int i = from; i < to; i++) total[answers.kinds()[rows[i]]] += answers.weights()[rows[i]];
        if (to - from >= 2 * smallest && !pure(from, to) && split(from, to)) {
            feature[node] = bestFeature;
            threshold[node] = bins.cuts()[bestFeature][bestCode];
            int middle = partition(from, to, bins.codes()[bestFeature], bestCode);
            int one = node(from, middle);
            int other = node(middle, to);
            leftChild[node] = one;
            rightChild[node] = other;
            return node;
        }
        feature[node] = -1;
        leftChild[node] = leafEnd;
        if (leafEnd + total.length > leaves.length) leaves = Arrays.copyOf(leaves, 2 * leaves.length + total.length);
        for (double sum : total) leaves[leafEnd++] = (float) (sum / (to - from));
        return node;
    }

    private int add() {
        if (nodes == feature.length) {
            feature = Arrays.copyOf(feature, 2 * nodes);
            threshold = Arrays.copyOf(threshold, 2 * nodes);
            leftChild = Arrays.copyOf(leftChild, 2 * nodes);
            rightChild = Arrays.copyOf(rightChild, 2 * nodes);
        }
        return nodes++;
    }

    private boolean pure(int from, int to) {
        for (int i = from + 1; i < to; i++)
            if (answers.kinds()[rows[i]] != answers.kinds()[rows[from]]
                    || answers.weights()[rows[i]] != answers.weights()[rows[from]]) return false;
        return true;
    }

    /// Looks for the best split among random features; those that are constant here do not count.
    private boolean split(int from, int to) {
        bestGain = squares(total) / (to - from) * (1 + 1e-9);
        bestFeature = -1;
        int looked = 0;
        for (int i = 0; i < features.length && looked < tried; i++) {
            int pick = i + rng.nextInt(features.length - i);
            int j = features[pick];
            features[pick] = features[i];
            features[i] = j;
            if (bins.cuts()[j].length == 0) continue;
            if (to - from < FEW ? bySorting(j, from, to) : byBins(j, from, to)) looked++;
        }
        return bestFeature >= 0;
    }

    private boolean bySorting(int j, int from, int to) {
        byte[] codes = bins.codes()[j];
        int n = to - from;
        for (int i = 0; i < n; i++) sorted[i] = ((long) (codes[rows[from + i]] & 255) << 32) | rows[from + i];
        Arrays.sort(sorted, 0, n);
        if (sorted[0] >> 32 == sorted[n - 1] >> 32) return false;
        Arrays.fill(left, 0);
        for (int i = 0; i < n - 1; i++) {
            int row = (int) sorted[i];
            left[answers.kinds()[row]] += answers.weights()[row];
            int code = (int) (sorted[i] >> 32);
            if (code != (int) (sorted[i + 1] >> 32)) consider(j, code, i + 1, n);
        }
        return true;
    }

    private boolean byBins(int j, int from, int to) {
        byte[] codes = bins.codes()[j];
        int width = left.length;
        int used = bins.cuts()[j].length + 1;
        Arrays.fill(counts, 0, used, 0);
        Arrays.fill(sums, 0, used * width, 0);
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int code = codes[row] & 255;
            counts[code]++;
            sums[code * width + answers.kinds()[row]] += answers.weights()[row];
        }
        int n = to - from;
        Arrays.fill(left, 0);
        boolean varies = false;
        for (int code = 0, before = 0; code < used - 1; code++) {
            if (counts[code] == 0) continue;
            before += counts[code];
            if (before == n) break;
            varies = true;
            for (int c = 0; c < width; c++) left[c] += sums[code * width + c];
            consider(j, code, before, n);
        }
        return varies;
    }

    private void consider(int j, int code, int before, int n) {
        if (before < smallest || n - before < smallest) return;
        double ours = 0;
        double rest = 0;
        for (int c = 0; c < left.length; c++) {
            double other = total[c] - left[c];
            ours += left[c] * left[c];
            rest += other * other;
        }
        double gain = ours / before + rest / (n - before);
        if (gain <= bestGain) return;
        bestGain = gain;
        bestFeature = j;
        bestCode = code;
    }

    private int partition(int from, int to, byte[] codes, int code) {
        int middle = from;
        for (int i = from; i < to; i++) {
            if ((codes[rows[i]] & 255) > code) continue;
            int row = rows[i];
            rows[i] = rows[middle];
            rows[middle++] = row;
        }
        return middle;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double v : values) sum += v * v;
        return sum;
    }
}
