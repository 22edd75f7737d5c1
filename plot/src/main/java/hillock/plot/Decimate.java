package hillock.plot;

import java.util.Arrays;
import java.util.BitSet;

/// Leaves out of a long series what no eye could see, so that a million points make a small picture.
///
/// Source: Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014.
final class Decimate {
    private static final int MANY = 5000;
    private static final long BREAK = Long.MIN_VALUE;

    private Decimate() {}

    /// The points of a line, each `{x, y}` in shares of the axes, NaN where it breaks. Of points that follow each other
    /// within one of `columns` pixel columns, only the first, the least, the greatest and the last are kept: the
    /// line through them covers the same pixels.
    static double[][] line(Line line, Axis xAxis, Axis yAxis, int columns) {
        int n = line.x().size();
        double[][] kept = new double[2][n];
        int size = 0;
        for (int start = 0; start < n; ) {
            long column = column(line, xAxis, yAxis, start, columns);
            int least = start;
            int greatest = start;
            int end = start + 1;
            for (; end < n && column != BREAK && column(line, xAxis, yAxis, end, columns) == column; end++) {
                least = line.y().get(end) < line.y().get(least) ? end : least;
                greatest = line.y().get(end) > line.y().get(greatest) ? end : greatest;
            }
            int[] order = {start, Math.min(least, greatest), Math.max(least, greatest), end - 1};
            for (int k = 0; k < 4; k++) {
                if (k == 0 || order[k] != order[k - 1]) {
                    kept[0][size] = xAxis.share(line.x().get(order[k]));
                    kept[1][size++] =
                            column == BREAK ? Double.NaN : yAxis.share(line.y().get(order[k]));
                }
            }
            start = end;
        }
        return new double[][] {Arrays.copyOf(kept[0], size), Arrays.copyOf(kept[1], size)};
    }

    private static long column(Line line, Axis xAxis, Axis yAxis, int i, int columns) {
        double share = xAxis.share(line.x().get(i));
        return Double.isNaN(share + yAxis.share(line.y().get(i))) ? BREAK : (long) Math.floor(share * columns);
    }

    /// The points of a scatter that lie within the axes, likewise. Of many, one is kept in each of `columns` x `rows`
    /// squares, the first.
    static double[][] points(Points points, Axis xAxis, Axis yAxis, int columns, int rows) {
        int n = points.x().size();
        BitSet taken = new BitSet();
        double[][] kept = new double[2][n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            double x = xAxis.share(points.x().get(i));
            double y = yAxis.share(points.y().get(i));
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                continue;
            }
            int row = (int) (y * rows);
            int column = (int) (x * columns);
            int square = row * (columns + 1) + column;
            if (n <= MANY || !taken.get(square)) {
                taken.set(square);
                kept[0][size] = x;
                kept[1][size++] = y;
            }
        }
        return new double[][] {Arrays.copyOf(kept[0], size), Arrays.copyOf(kept[1], size)};
    }
}
