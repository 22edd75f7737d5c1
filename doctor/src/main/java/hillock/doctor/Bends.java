package hillock.doctor;

import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.nn.Pass;
import hillock.nn.Traits;
import hillock.plot.Region;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// How the answers of a network of one or two inputs bend while it learns, on a grid over the training rows. Between
/// the kinks of its activations a network of ReLU layers is linear: each point's linear region has a number.
///
/// @param low the least number of each input
/// @param high the largest
/// @param side points along each input; of two the first runs fastest
/// @param frames from before training to the weights that were kept
public record Bends(List<Double> low, List<Double> high, int side, List<Frame> frames) {
    private static final int ON_A_LINE = 401;
    private static final int ON_A_SIDE = 96;
    private static final int FRAMES = 6;

    public Bends {
        low = List.copyOf(low);
        high = List.copyOf(high);
        frames = List.copyOf(frames);
    }

    /// The network at one moment.
    ///
    /// @param epoch after which; 0 before training
    /// @param outputs at each point
    /// @param regions the number of each point's linear region, from 0 as they are met
    /// @param edges of two inputs where units switch on or off, as straight pieces
    public record Frame(int epoch, Columns outputs, int[] regions, List<Region.Edge> edges) {
        public Frame {
            edges = List.copyOf(edges);
        }

        /// How many linear regions the grid meets.
        public int count() {
            int most = 0;
            for (int r : regions) most = Math.max(most, r + 1);
            return most;
        }
    }

    /// A network and what its weights were.
    ///
    /// @param weights by epoch
    record Moments(Module network, List<Block> blocks, Columns x, SequencedMap<Integer, Map<String, Tensor>> weights) {}

    /// Whether there is something to draw.
    static boolean suits(Columns x) {
        return x.columns() == 1 || x.columns() == 2;
    }

    /// Runs the network with the weights of each moment, and puts back those that it has.
    static Bends of(Moments moments) {
        Columns x = moments.x;
        Module network = moments.network;
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int c = 0; c < x.columns(); c++) {
            double[] sorted = x.column(c);
            Arrays.sort(sorted);
            low.add(sorted[0]);
            high.add(sorted[sorted.length - 1]);
        }
        int side = x.columns() == 1 ? ON_A_LINE : ON_A_SIDE;
        Tensor points = grid(low, high, side);
        Map<String, Tensor> kept = Parameters.snapshot(network);
        List<Frame> frames = new ArrayList<>();
        for (int epoch : chosen(List.copyOf(moments.weights.keySet()))) {
            Parameters.restore(network, moments.weights.get(epoch));
            frames.add(frame(epoch, moments.blocks, points, new Hinges(low, high, side)));
        }
        Parameters.restore(network, kept);
        return new Bends(low, high, side, frames);
    }

    /// The first, the last and some between.
    private static List<Integer> chosen(List<Integer> epochs) {
        int n = epochs.size();
        if (n <= FRAMES) return epochs;
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) some.add(epochs.get((int) Math.round(i * (n - 1.0) / (FRAMES - 1))));
        return some;
    }

    private static Tensor grid(List<Double> low, List<Double> high, int side) {
        int inputs = low.size();
        int count = inputs == 1 ? side : side * side;
        float[] points = new float[count * inputs];
        for (int p = 0; p < count; p++) {
            points[p * inputs] = (float) at(low.get(0), high.get(0), p % side, side);
            if (inputs == 2) points[p * inputs + 1] = (float) at(low.get(1), high.get(1), p / side, side);
        }
        return Tensor.of(points, count, inputs);
    }

    private static double at(double low, double high, int i, int side) {
        return low + (high - low) * i / (side - 1);
    }

    private static Frame frame(int epoch, List<Block> blocks, Tensor points, Hinges hinges) {
        long[] pattern = new long[points.shape().dim(0)];
        Tensor h = points;
        for (Block block : blocks) {
            boolean told = false;
            for (Module module : block.modules()) {
                if (!told && Curve.is(module)) {
                    Curve curve = block.curve().orElseThrow();
                    if (curve.isPiecewiseLinear()) {
                        add(curve.traits().kinks(), Columns.of(h), pattern);
                        hinges.add(curve.traits().kinks(), Columns.of(h));
                    }
                    told = true;
                }
                h = module.forward(h, Pass.INFERENCE).detach();
            }
        }
        Map<Long, Integer> numbers = new HashMap<>();
        int[] regions = new int[pattern.length];
        for (int p = 0; p < regions.length; p++) {
            int next = numbers.size();
            regions[p] = numbers.computeIfAbsent(pattern[p], any -> next);
        }
        return new Frame(epoch, Columns.of(h), regions, hinges.edges());
    }

    /// Between which kinks each unit is, at each point.
    private static void add(List<Traits.Kink> kinks, Columns sums, long[] pattern) {
        if (kinks.isEmpty()) return;
        for (int p = 0; p < sums.rows(); p++)
            for (int u = 0; u < sums.columns(); u++) {
                int below = 0;
                for (Traits.Kink kink : kinks) if (sums.at(p, u) > kink.x()) below++;
                pattern[p] = pattern[p] * 0x5DEECE66DL + below + 1;
            }
    }
}
