package hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What goes on inside a network, from plain arrays.
///
/// ```java
/// double[][] onRates = {{0.5, 0, 0.3}, {0.9, 0.4, 0}};
/// Figure units = NetworkFigures.units("Units", List.of("layer 1", "layer 2"), "unit", "units", onRates);
/// ```
public final class NetworkFigures {
    private static final int NUMBERED = 24;
    private static final int QUARTERS = 4;
    private static final int WIDEST = 900;
    private static final double TALLEST = 1.3;
    private static final int DOTTED = 24;

    private NetworkFigures() {}

    /// Units by layer, each in a colour by how active it is: 1 deep blue, near 0 white, 0 itself, a dead unit, red. Few
    /// units stand in their order with their activity in per cent; of more each layer is as wide as the picture and
    /// its units stand by their activity, so that what part of them is dead is seen at a glance.
    ///
    /// @param layers a name for each row
    /// @param unit what the units' numbers are called
    /// @param share what the axis is called where units stand by their activity
    /// @param activity for each layer and unit a share from 0 to 1; rows may differ in length
    public static Figure units(String title, List<String> layers, String unit, String share, double[][] activity) {
        int most = Arrays.stream(activity).mapToInt(row -> row.length).max().orElse(0);
        boolean few = most <= NUMBERED;
        double[][] rows = few
                ? activity
                : Arrays.stream(activity).map(row -> stretched(row, most)).toArray(double[][]::new);
        double[][] values = new double[rows.length][most];
        double[][] shades = new double[rows.length][most];
        for (int i = 0; i < rows.length; i++) {
            for (int u = 0; u < most; u++) {
                double v = u < rows[i].length ? rows[i][u] : Double.NaN;
                values[i][u] = Math.rint(100 * v);
                shades[i][u] = v == 0 ? -1 : v;
            }
        }
        List<String> names = IntStream.range(0, layers.size())
                .mapToObj(i -> few ? layers.get(i) : layers.get(i) + " (" + activity[i].length + ")")
                .toList();
        List<String> columns = IntStream.range(0, most)
                .mapToObj(u -> few ? Integer.toString(u) : quarter(u, most))
                .toList();
        HeatMap map = new HeatMap(names, columns, Grid.of(values), Grid.of(shades), 1);
        int width = few ? Math.clamp(most * 36L + 140, 460, WIDEST) : WIDEST;
        int row = Math.clamp(480L / Math.max(1, layers.size()), few ? 26 : 18, 44);
        return Figure.of("", Panel.of(title, few ? unit : share, "", map))
                .withPanelSize(width, 110 + row * layers.size());
    }

    /// The most active first, as many as there are places.
    private static double[] stretched(double[] activity, int places) {
        double[] sorted = Arrays.stream(activity).sorted().toArray();
        int n = sorted.length;
        return IntStream.range(0, places)
                .mapToDouble(i -> n == 0 ? Double.NaN : sorted[n - 1 - (int) ((long) i * n / places)])
                .toArray();
    }

    private static String quarter(int place, int places) {
        for (int q = 0; q <= QUARTERS; q++)
            if (place == Math.min(places - 1, places * q / QUARTERS)) return 100 * q / QUARTERS + " %";
        return "";
    }

    /// A line for each moment over the layers, on a logarithmic axis: gradients that fade or explode on their way back.
    ///
    /// @param layers their numbers
    /// @param moments a name for each line
    /// @param sizes for each moment, by layer
    public static Figure byDepth(
            String title, String layer, String size, double[] layers, List<String> moments, List<double[]> sizes) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            // On this axis 0 has no place: where the last layer begins at 0 nothing reaches the others yet.
            if (Arrays.stream(sizes.get(i)).filter(v -> v > 0).count() > 1)
                lines.add(Line.of(moments.get(i), layers, sizes.get(i)));
        }
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
    /// in its fullest place, under the activation and its slope. An activation that goes beyond is drawn divided by
    /// what makes it fit, which its name says.
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
        double[] f = Arrays.stream(x).map(value).toArray();
        double largest =
                Arrays.stream(f).map(Math::abs).filter(Double::isFinite).max().orElse(1);
        double divisor = largest > TALLEST ? Math.ceil(largest) : 1;
        for (int i = 0; i < f.length; i++) f[i] /= divisor;
        String name = divisor == 1
                ? curve
                : curve + " / "
                        + (divisor < 1e6 ? Long.toString((long) divisor) : String.format(Locale.ROOT, "%.0e", divisor));
        double[] s = Arrays.stream(x).map(derivative).map(v -> v / steepest).toArray();
        return Panel.of(
                        title,
                        sums,
                        "",
                        new Bars(share, List.of(), Values.of(edges), Values.of(heights)),
                        Line.of(name, x, f),
                        Line.of(slope, x, s))
                .withXRange(-reach, reach)
                .withYRange(Arrays.stream(f).filter(Double::isFinite).min().orElse(0) - 0.15, 1.3);
    }

    /// Far enough for all sums but a hundredth, and for the shape of the curve.
    private static double reach(int[] counts, double end, double all) {
        int n = counts.length;
        for (double reach = 4; reach < end; reach = Math.ceil(1.15 * reach)) {
            double within = 0;
            for (int i = 0; i < n; i++) {
                double middle = -end + 2 * end * (i + 0.5) / n;
                if (Math.abs(middle) < reach) within += counts[i];
            }
            if (within > 0.99 * all) return reach;
        }
        return end;
    }

    /// A curve at one moment over the rows, with a stroke at the foot wherever it bends, and a dot on it where it bends
    /// in
    /// few places.
    ///
    /// @param points the rows
    /// @param regions the number of the linear region of each x: it bends where that changes
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
        List<Series> series = new ArrayList<>(List.of(points, Line.of("", x, y), feet(bends, atX, points, y)));
        if (atX.size() <= DOTTED) series.add(new Points("", Values.of(array(atX)), Values.of(array(atY))));
        return Panel.of(title, xLabel, yLabel, series).withLegend(false);
    }

    /// A short stroke below all that is drawn for each x.
    private static Line feet(String name, List<Double> at, Points points, double[] y) {
        double[] all = DoubleStream.concat(
                        IntStream.range(0, points.y().size()).mapToDouble(points.y()::get), Arrays.stream(y))
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double span = Arrays.stream(all).max().orElse(1) - low;
        double[] x = new double[3 * at.size()];
        double[] ends = new double[x.length];
        for (int i = 0; i < at.size(); i++) {
            x[3 * i] = at.get(i);
            x[3 * i + 1] = at.get(i);
            x[3 * i + 2] = Double.NaN;
            ends[3 * i] = low - 0.12 * span;
            ends[3 * i + 1] = low - 0.05 * span;
            ends[3 * i + 2] = Double.NaN;
        }
        return Line.of(name, x, ends);
    }

    /// What a network says over a plane at one moment, with thin lines where it bends, under the rows.
    ///
    /// @param classes as for [Region]
    /// @param cells as for [Region], of `side` rows from the bottom up
    /// @param points one series for each class; none for a number
    public static Panel bentPlane(
            String title,
            String xLabel,
            String yLabel,
            List<String> classes,
            Range x,
            Range y,
            double[][] cells,
            List<Region.Edge> edges,
            List<Points> points) {
        List<Series> series = new ArrayList<>(List.of(new Region(classes, x, y, Grid.of(cells), edges)));
        series.addAll(points);
        return Panel.of(title, xLabel, yLabel, series).withLegend(false);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
