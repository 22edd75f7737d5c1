package hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// What goes on inside a network, from plain arrays.
///
/// ```java
/// double[][] onRates = {{0.5, 0, 0.3}, {0.9, 0.4, 0}};
/// Figure units = NetworkFigures.units("Units", List.of("layer 1", "layer 2"), "unit", onRates);
/// ```
public final class NetworkFigures {
    private static final int LABELS = 16;
    private static final int WIDEST = 900;

    private NetworkFigures() {}

    /// Units by layer, each in a colour by how active it is: 1 deep blue, near 0 white, 0 itself, a dead unit, red.
    ///
    /// @param layers a name for each row
    /// @param activity for each layer and unit a share from 0 to 1; rows may differ in length
    public static Figure units(String title, List<String> layers, String unit, double[][] activity) {
        int most = Arrays.stream(activity).mapToInt(row -> row.length).max().orElse(0);
        double[][] values = new double[activity.length][most];
        double[][] shades = new double[activity.length][most];
        for (int i = 0; i < values.length; i++) {
            for (int u = 0; u < most; u++) {
                values[i][u] = u < activity[i].length ? activity[i][u] : Double.NaN;
                shades[i][u] = values[i][u] == 0 ? -1 : values[i][u];
            }
        }
        int every = (most + LABELS - 1) / LABELS;
        List<String> numbers = IntStream.range(0, most)
                .mapToObj(u -> u % every == 0 ? Integer.toString(u) : "")
                .toList();
        HeatMap map = new HeatMap(layers, numbers, Grid.of(values), Grid.of(shades));
        int width = Math.clamp(most * 30L + 140, 360, WIDEST);
        return Figure.of("", Panel.of(title, unit, "", map)).withPanelSize(width, 120 + 44 * layers.size());
    }

    /// A line for each moment over the layers, on a logarithmic axis: gradients that fade or explode on their way back.
    ///
    /// @param layers their numbers
    /// @param moments a name for each line
    /// @param sizes for each moment, by layer
    public static Figure byDepth(
            String title, String layer, String size, double[] layers, List<String> moments, List<double[]> sizes) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) lines.add(Line.of(moments.get(i), layers, sizes.get(i)));
        return Figure.of("", Panel.of(title, layer, size, lines).withLogY(true)).withPanelSize(640, 420);
    }

    /// Shares over epochs, both on logarithmic axes, with the usual one marked: how far steps move the weights.
    ///
    /// @param usual the reference, with its name
    public static Figure ratios(
            String title,
            String epoch,
            String ratio,
            double[] epochs,
            List<String> names,
            List<double[]> ratios,
            String usual,
            double reference) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) series.add(Line.of(names.get(i), epochs, ratios.get(i)));
        series.add(Rule.horizontal(usual, reference));
        Panel panel = Panel.of(title, epoch, ratio, series);
        return Figure.of("", panel.withLogX(true).withLogY(true).withLegend(true))
                .withPanelSize(640, 420);
    }

    /// Where the sums of a layer lie on the curve of its activation: a histogram, as high as the curve's steepest slope
    /// in its fullest place, under the activation and its slope.
    ///
    /// @param counts of sums between -end and end, in bins of equal width
    public static Panel sumsOnCurve(
            String title,
            String sums,
            String share,
            String curve,
            String slope,
            int[] counts,
            double end,
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            double steepest) {
        int n = counts.length;
        double all = Math.max(1, Arrays.stream(counts).asLongStream().sum());
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double reach = reach(counts, end, all);
        double[] edges = IntStream.rangeClosed(0, n)
                .mapToDouble(i -> -end + 2 * end * i / n)
                .toArray();
        double[] heights = Arrays.stream(counts).mapToDouble(c -> c / most).toArray();
        double[] x = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> -reach + 2 * reach * i / 400)
                .toArray();
        double[] f = Arrays.stream(x)
                .map(value)
                .map(v -> Math.abs(v) > 1.3 ? Double.NaN : v)
                .toArray();
        double[] s = Arrays.stream(x).map(derivative).map(v -> v / steepest).toArray();
        return Panel.of(
                        title,
                        sums,
                        "",
                        new Bars(share, List.of(), Values.of(edges), Values.of(heights)),
                        Line.of(curve, x, f),
                        Line.of(slope, x, s))
                .withXRange(-reach, reach)
                .withYRange(Arrays.stream(f).filter(Double::isFinite).min().orElse(0) - 0.15, 1.3);
    }

    /// Far enough for all sums but a hundredth, and for the shape of the curve.
    private static double reach(int[] counts, double end, double all) {
        int n = counts.length;
        for (double reach = 4; reach < end; reach++) {
            double within = 0;
            for (int i = 0; i < n; i++) {
                double middle = -end + 2 * end * (i + 0.5) / n;
                if (Math.abs(middle) < reach) within += counts[i];
            }
            if (within > 0.99 * all) return reach;
        }
        return end;
    }

    /// A curve at one moment over the rows, with a mark wherever it bends.
    ///
    /// @param points the rows
    /// @param regions the number of the linear region of each x: a mark stands where it changes
    public static Panel bentCurve(
            String title,
            String xLabel,
            String yLabel,
            Points points,
            String bends,
            double[] x,
            double[] y,
            int[] regions) {
        List<Double> atX = new ArrayList<>();
        List<Double> atY = new ArrayList<>();
        for (int i = 1; i < x.length; i++) {
            if (regions[i] == regions[i - 1]) continue;
            atX.add((x[i] + x[i - 1]) / 2);
            atY.add((y[i] + y[i - 1]) / 2);
        }
        Points marks = new Points(bends, Values.of(array(atX)), Values.of(array(atY)));
        return Panel.of(title, xLabel, yLabel, points, Line.of("", x, y), marks).withLegend(false);
    }

    /// What a network says over a plane at one moment, with white lines where it bends, under the rows.
    ///
    /// @param classes as for [Region]
    /// @param cells as for [Region], of `side` rows from the bottom up
    /// @param regions the number of each cell's linear region, likewise
    /// @param points one series for each class; none for a number
    public static Panel bentPlane(
            String title,
            String xLabel,
            String yLabel,
            List<String> classes,
            Range x,
            Range y,
            double[][] cells,
            int[] regions,
            List<Points> points) {
        int side = cells.length;
        double[][] marked = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                int own = regions[i * side + j];
                boolean edge =
                        (j > 0 && regions[i * side + j - 1] != own) || (i > 0 && regions[(i - 1) * side + j] != own);
                marked[i][j] = edge ? Double.NaN : cells[i][j];
            }
        }
        List<Series> series = new ArrayList<>(List.of(new Region(classes, x, y, Grid.of(marked))));
        series.addAll(points);
        return Panel.of(title, xLabel, yLabel, series).withLegend(false);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
