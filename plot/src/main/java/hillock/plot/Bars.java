package hillock.plot;

import java.util.Arrays;
import java.util.List;

/// Bars from 0 to `heights[i]` between `edges[i]` and `edges[i+1]`: a histogram, or, with `labels`, one bar for each.
///
/// ```java
/// Bars ages = Bars.histogram("age", new double[] {22, 38, 26, 35, 35}, 4);
/// Bars softmax = Bars.of("probability", List.of("cat", "dog"), new double[] {0.8, 0.2});
/// ```
///
/// @param labels one a bar, or none: then the x axis is numeric
public record Bars(String name, List<String> labels, Values edges, Values heights) implements Series {
    public Bars {
        labels = List.copyOf(labels);
        if (edges.size() != heights.size() + 1 || (!labels.isEmpty() && labels.size() != heights.size())) {
            throw new IllegalArgumentException(heights.size() + " bars need " + (heights.size() + 1)
                    + " edges and as many labels or none, not " + edges.size() + " and " + labels.size());
        }
    }

    /// One bar for each label.
    public static Bars of(String name, List<String> labels, double[] heights) {
        return new Bars(name, labels, Values.counting(-0.5, heights.length + 1), Values.of(heights));
    }

    /// How many of the finite values fall into each of `bins` equal intervals from the least to the greatest. Each
    /// interval is closed below and open above, the last closed on both sides. Equal values get some width.
    public static Bars histogram(String name, double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("a histogram needs at least 1 bin, not " + bins);
        }
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double lo = Arrays.stream(finite).min().orElse(0);
        double hi = Arrays.stream(finite).max().orElse(1);
        boolean equal = lo == hi;
        double start = equal ? lo - Math.max(0.5, Math.abs(lo) * 1e-6) : lo;
        double end = equal ? hi + Math.max(0.5, Math.abs(hi) * 1e-6) : hi;
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> start * (1 - (double) i / bins) + end * ((double) i / bins));
        double[] counts = new double[bins];
        for (double v : finite) {
            // Halved before subtracting: the width of the widest doubles would overflow.
            double share = (v / 2 - start / 2) / (end / 2 - start / 2);
            counts[Math.clamp((int) (share * bins), 0, bins - 1)]++;
        }
        return new Bars(name, List.of(), Values.of(edges), Values.of(counts));
    }
}
