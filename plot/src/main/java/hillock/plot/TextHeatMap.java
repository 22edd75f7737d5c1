package hillock.plot;

import java.util.List;
import java.util.stream.IntStream;

/// Draws a heat map as a table. Column labels that are too wide become the numbers of the rows they repeat; a matrix
/// whose values do not fit becomes shades, many cells to one where need be.
final class TextHeatMap {
    private static final String SHADES = " ░▒▓█";
    private static final String ASCII_SHADES = " .:*#";
    private static final int WIDEST_ROW_LABEL = 24;

    private final Panel panel;
    private final HeatMap map;
    private final TextStyle style;
    private final int width;

    private TextHeatMap(Panel panel, HeatMap map, int width, TextStyle style) {
        this.panel = panel;
        this.map = map;
        this.style = style;
        this.width = width;
    }

    static Cells of(Panel panel, HeatMap map, int width, TextStyle style) {
        return new TextHeatMap(panel, map, width, style).draw();
    }

    private Cells draw() {
        boolean whole = map.whole();
        int widestValue = IntStream.range(0, map.values().cells().size())
                .map(i -> Ticks.cell(map.values().cells().get(i), whole).length())
                .max()
                .orElse(1);
        int widestLabel = widest(map.columnLabels());
        int n = map.values().columns();
        int plainGutter =
                Math.min(WIDEST_ROW_LABEL, Math.max(DisplayWidth.of(panel.yLabel()), widest(map.rowLabels())));
        int room = n == 0 ? width : (width - plainGutter - 1) / n - 2;
        boolean same = map.rowLabels().equals(map.columnLabels());
        boolean numbered = widestLabel > room && same;
        int numberWidth = numbered ? String.valueOf(n).length() : 0;
        int gutter = plainGutter + (numbered ? numberWidth + 1 : 0);
        int fits = n == 0 ? width : (width - gutter - 1) / n - 2;
        if (fits < Math.max(widestValue, numberWidth)) {
            return shades();
        }
        int column = Math.min(fits, Math.max(widestValue, numbered ? numberWidth : widestLabel)) + 2;
        return table(gutter, column, numbered, numberWidth, whole);
    }

    private static int widest(List<String> labels) {
        return labels.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private Cells table(int gutter, int column, boolean numbered, int numberWidth, boolean whole) {
        int head = head();
        int n = map.values().columns();
        Cells cells = new Cells(width, head + 1 + map.values().rows());
        int used = gutter + 1 + n * column;
        heading(cells, gutter + 1, n * column, used);
        for (int j = 0; j < n; j++) {
            String label = numbered
                    ? String.valueOf(j + 1)
                    : DisplayWidth.fit(map.columnLabels().get(j), column - 2);
            int start = gutter + 1 + (j + 1) * column - 1 - DisplayWidth.of(label);
            cells.write(head, start, label, Cells.NONE);
        }
        double deepest = map.deepest();
        for (int i = 0; i < map.values().rows(); i++) {
            int row = head + 1 + i;
            String label = DisplayWidth.fit(map.rowLabels().get(i), gutter - (numbered ? numberWidth + 1 : 0));
            String number = String.valueOf(i + 1);
            cells.write(row, gutter - numberWidth - (numbered ? 1 : 0) - DisplayWidth.of(label), label, Cells.NONE);
            cells.write(row, gutter - number.length(), numbered ? number : "", Cells.NONE);
            for (int j = 0; j < n; j++) {
                if (!map.holds(i, j)) {
                    continue;
                }
                String value = Ticks.cell(map.values().get(i, j), whole);
                int shade = HeatMap.colour(map.shades().get(i, j), deepest);
                int from = gutter + 1 + j * column;
                for (int c = from; style.colour() && c < from + column; c++) {
                    cells.fill(row, c, shade);
                }
                int ink = !style.colour() ? Cells.NONE : Palette.isDark(shade) ? Palette.WHITE : 0;
                cells.write(row, from + column - 1 - value.length(), value, ink);
            }
        }
        return cells;
    }

    private int head() {
        return (panel.title().isEmpty() ? 0 : 1)
                + (panel.xLabel().isEmpty() && panel.yLabel().isEmpty() ? 0 : 1);
    }

    // The title over all, what the columns are over the columns, what the rows are over the rows.
    private void heading(Cells cells, int left, int columns, int used) {
        cells.centre(0, 0, panel.title().isEmpty() ? 0 : Math.min(width, used), panel.title(), true);
        int row = head() - 1;
        if (!panel.xLabel().isEmpty() || !panel.yLabel().isEmpty()) {
            cells.write(row, 0, DisplayWidth.fit(panel.yLabel(), left - 1), Cells.NONE);
            cells.centre(row, left, columns, panel.xLabel(), false);
        }
    }

    // Each cell of text stands for a block of the matrix and shows the largest size in it.
    private Cells shades() {
        int head = head();
        int columns = Math.min(width / 2, map.values().columns());
        int rows = Math.min(columns, map.values().rows());
        Cells cells = new Cells(width, head + rows);
        heading(cells, width / 4, columns * 2 - width / 4, columns * 2);
        double deepest = map.deepest();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double shade = largest(r, rows, c, columns);
                int level = deepest == 0 ? 0 : (int) Math.ceil(Math.abs(shade) / deepest * 4);
                int glyph = (style.ascii() ? ASCII_SHADES : SHADES).charAt(level);
                for (int half = 0; half < 2; half++) {
                    if (style.colour()) {
                        cells.fill(head + r, 2 * c + half, HeatMap.colour(shade, deepest));
                    } else {
                        cells.put(head + r, 2 * c + half, glyph, Cells.NONE);
                    }
                }
            }
        }
        return cells;
    }

    private double largest(int r, int rows, int c, int columns) {
        Grid grid = map.shades();
        double largest = 0;
        for (int i = r * grid.rows() / rows; i < (r + 1) * grid.rows() / rows; i++) {
            for (int j = c * grid.columns() / columns; j < (c + 1) * grid.columns() / columns; j++) {
                double shade = grid.get(i, j);
                largest = Double.isFinite(shade) && Math.abs(shade) > Math.abs(largest) ? shade : largest;
            }
        }
        return largest;
    }
}
