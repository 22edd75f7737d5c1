package hillock.plot;

import java.util.List;

/// The classes that a model gives over a plane, as soft colours under the points: decision regions.
///
/// A cell holds a class number, 0 to `classes.size() - 1`; a fraction lies between two neighbours, so the
/// probability of class 1 of two shades from one colour to the other. Class `i` has the colour of the
/// `i`-th [Points] of the panel. Row 0 of `cells` lies at the bottom, at the least y.
///
/// ```java
/// Region r = new Region(List.of("no", "yes"), new Range(-1, 1), new Range(-1, 1),
///         Grid.of(new double[][] {{0.1, 0.4}, {0.6, 0.9}}));
/// ```
///
/// @param edges thin lines over the cells, such as the borders of pieces; text leaves them out
public record Region(List<String> classes, Range x, Range y, Grid cells, List<Edge> edges) implements Series {
    /// A straight line from one place to another.
    public record Edge(double x0, double y0, double x1, double y1) {}

    public Region {
        edges = List.copyOf(edges);
        classes = List.copyOf(classes);
        if (cells.rows() == 0 || cells.columns() == 0) {
            throw new IllegalArgumentException("a region needs cells, not " + cells.rows() + " x " + cells.columns());
        }
    }

    /// A region without lines.
    public Region(List<String> classes, Range x, Range y, Grid cells) {
        this(classes, x, y, cells, List.of());
    }

    /// Out of the legend: the points over it name the classes.
    @Override
    public String name() {
        return "";
    }

    /// The soft colour of a cell, white where the value is not finite.
    int colour(double value) {
        if (!Double.isFinite(value)) {
            return Palette.WHITE;
        }
        double v = Math.clamp(value, 0, Math.max(0, classes.size() - 1));
        int below = (int) v;
        int mixed = Palette.mix(Palette.colour(below), Palette.colour(below + 1), v - below);
        // Towards one half the colour pales: the model does not know.
        double doubt = 1 - Math.abs(2 * (v - below) - 1);
        return Palette.mix(mixed, Palette.WHITE, 0.62 + 0.3 * doubt);
    }
}
