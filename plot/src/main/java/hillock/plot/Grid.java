package hillock.plot;

import java.util.Arrays;

/// An immutable matrix of numbers, row by row: the cells of a [HeatMap] or a [Region].
///
/// ```java
/// Grid g = Grid.of(new double[][] {{1, 2}, {3, 4}});
/// g.get(1, 0);   // 3.0
/// ```
public record Grid(int rows, int columns, Values cells) {
    public Grid {
        if (rows < 0 || columns < 0 || (long) rows * columns != cells.size()) {
            throw new IllegalArgumentException(
                    "a grid of " + rows + " x " + columns + " needs that many cells, not " + cells.size());
        }
    }

    /// A copy of a matrix; every row must be as long as the first.
    public static Grid of(double[][] matrix) {
        int columns = matrix.length == 0 ? 0 : matrix[0].length;
        for (double[] row : matrix) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "rows of " + columns + " and of " + row.length + " cells in one grid");
            }
        }
        double[] cells = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
        return new Grid(matrix.length, columns, Values.of(cells));
    }

    public double get(int row, int column) {
        return cells.get(row * columns + column);
    }
}
