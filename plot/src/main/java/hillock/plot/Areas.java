package hillock.plot;

import java.util.function.Consumer;

/// The polygons of a shaded [Band], in shares of the axes: one for each stretch without a gap.
record Areas(Band band, Axis x, Axis y) {
    /// Each polygon as `x, y, x, y, …`: forth along the lower line, back along the upper one.
    void each(Consumer<double[]> polygon) {
        int n = band.x().size();
        for (int from = 0; from < n; from++) {
            int to = from;
            while (to < n && isShown(to)) to++;
            if (to - from > 1) polygon.accept(polygon(from, to));
            from = Math.max(from, to);
        }
    }

    private boolean isShown(int i) {
        return band.isPresent(i)
                && !Double.isNaN(x.share(band.x().get(i))
                        + y.share(band.low().get(i))
                        + y.share(band.high().get(i)));
    }

    private double[] polygon(int from, int to) {
        int n = to - from;
        double[] points = new double[4 * n];
        for (int i = 0; i < n; i++) {
            int back = 4 * n - 2 - 2 * i;
            points[2 * i] = x.share(band.x().get(from + i));
            points[2 * i + 1] = y.share(band.low().get(from + i));
            points[back] = points[2 * i];
            points[back + 1] = y.share(band.high().get(from + i));
        }
        return points;
    }
}
