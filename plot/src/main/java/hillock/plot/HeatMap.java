package hillock.plot;

import java.util.List;
import java.util.stream.IntStream;

/// A matrix with its values written in coloured cells: a confusion matrix, a Jacobian. It has its panel for itself.
/// Row 0 is on top. Shades run from white to blue; where there are negative ones, from red through white to blue.
///
/// ```java
/// HeatMap m = HeatMap.of(List.of("cat", "dog"), List.of("cat", "dog"), new double[][] {{9, 1}, {2, 8}});
/// ```
///
/// @param shades what decides the colour of each cell, of the shape of `values`; a grid of its own may have NaN
///     where there is no cell
/// @param full the size of a shade that gets the full colour; NaN for that of the largest
public record HeatMap(List<String> rowLabels, List<String> columnLabels, Grid values, Grid shades, double full)
        implements Series {
    public HeatMap {
        rowLabels = List.copyOf(rowLabels);
        columnLabels = List.copyOf(columnLabels);
        if (rowLabels.size() != values.rows() || columnLabels.size() != values.columns()) {
            throw new IllegalArgumentException(rowLabels.size() + " row and " + columnLabels.size()
                    + " column labels for a matrix of " + values.rows() + " x " + values.columns());
        }
        if (shades.rows() != values.rows() || shades.columns() != values.columns()) {
            throw new IllegalArgumentException("shades of " + shades.rows() + " x " + shades.columns()
                    + " for a matrix of " + values.rows() + " x " + values.columns());
        }
    }

    /// The largest shade gets the full colour.
    public HeatMap(List<String> rowLabels, List<String> columnLabels, Grid values, Grid shades) {
        this(rowLabels, columnLabels, values, shades, Double.NaN);
    }

    /// A matrix whose colours follow its values.
    public static HeatMap of(List<String> rowLabels, List<String> columnLabels, double[][] values) {
        Grid grid = Grid.of(values);
        return new HeatMap(rowLabels, columnLabels, grid, grid);
    }

    /// Out of the legend: the numbers stand in the cells.
    @Override
    public String name() {
        return "";
    }

    /// Whether every value is a whole number: then they are written as such.
    boolean whole() {
        return IntStream.range(0, values.cells().size())
                .filter(i ->
                        shades.equals(values) || !Double.isNaN(shades.cells().get(i)))
                .mapToDouble(values.cells()::get)
                .allMatch(v -> v == Math.rint(v) && Math.abs(v) < 1e9);
    }

    /// Whether there is a cell at all: rows of a picture of layers may be of different lengths.
    boolean holds(int row, int column) {
        return shades.equals(values) || !Double.isNaN(shades.get(row, column));
    }

    /// The size of the shade that gets the full colour.
    double deepest() {
        if (!Double.isNaN(full)) {
            return full;
        }
        return IntStream.range(0, shades.cells().size())
                .mapToDouble(i -> Math.abs(shades.cells().get(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /// The colour of a shade, white where it is not finite.
    static int colour(double shade, double deepest) {
        double share = shade / deepest;
        if (!Double.isFinite(share)) {
            return Palette.WHITE;
        }
        return Palette.mix(Palette.WHITE, share < 0 ? Palette.DEEP_RED : Palette.DEEP_BLUE, Math.abs(share));
    }
}
