package hillock.plot;

import java.util.ArrayList;
import java.util.List;

/// Draws one panel as text: title, plot with axes and ticks, labels and legend.
final class TextPanel {
    private final Panel panel;
    private final TextStyle style;
    private final int width;

    private TextPanel(Panel panel, TextStyle style, int width) {
        this.panel = panel;
        this.style = style;
        this.width = width;
    }

    /// The panel in a rectangle of the given size; the plot itself gets at least four rows.
    static Cells of(Panel panel, int width, int height, TextStyle style) {
        return panel.heatMap()
                .map(map -> TextHeatMap.of(panel, map, width, style))
                .orElseGet(() -> new TextPanel(panel, style, width).draw(height));
    }

    private Cells draw(int height) {
        List<List<Integer>> legend = legend();
        int head = (panel.title().isEmpty() ? 0 : 1) + (panel.yLabel().isEmpty() ? 0 : 1);
        int foot = 2 + (panel.xLabel().isEmpty() ? 0 : 1) + legend.size();
        int rows = Math.max(4, height - head - foot);
        Axis y = Axis.y(panel, rows, _ -> rows >= 9 ? 3 : 2);
        int gutter = 1
                + y.ticks().stream()
                        .mapToInt(t -> DisplayWidth.of(t.label()))
                        .max()
                        .orElse(0);
        int columns = width - gutter - 2;
        Axis x = Axis.x(panel, columns, label -> DisplayWidth.of(label) + 2);

        Cells cells = new Cells(width, head + rows + foot);
        int left = gutter + 1;
        cells.centre(0, left, panel.title().isEmpty() ? 0 : columns, panel.title(), true);
        cells.write(head - 1, 0, panel.yLabel().isEmpty() ? "" : DisplayWidth.fit(panel.yLabel(), width), Cells.NONE);
        TextSeries series = new TextSeries(cells, head, left, columns, rows, x, y, style);
        for (int i = 0; i < panel.series().size(); i++) {
            series.draw(panel.series().get(i), Pen.of(panel.series(), i, style));
        }
        yAxis(cells, y, head, rows, gutter);
        xAxis(cells, x, head + rows, columns, gutter);
        cells.centre(head + rows + 2, left, panel.xLabel().isEmpty() ? 0 : columns, panel.xLabel(), false);
        for (int i = 0; i < legend.size(); i++) {
            legendLine(cells, cells.height - legend.size() + i, left, columns, legend.get(i));
        }
        return cells;
    }

    private void yAxis(Cells cells, Axis y, int top, int rows, int gutter) {
        for (int row = 0; row < rows; row++) {
            cells.put(top + row, gutter, style.ascii() ? '|' : '│', Cells.NONE);
        }
        int perRow = style.ascii() ? 1 : 4;
        for (Tick tick : y.ticks()) {
            int row = top + (int) Math.round((1 - y.shareOf(tick.position())) * (rows * perRow - 1)) / perRow;
            cells.write(row, gutter - 1 - DisplayWidth.of(tick.label()), tick.label(), Cells.NONE);
            cells.put(row, gutter, style.ascii() ? '+' : '┤', Cells.NONE);
        }
    }

    private void xAxis(Cells cells, Axis x, int row, int columns, int gutter) {
        cells.put(row, gutter, style.ascii() ? '+' : '└', Cells.NONE);
        for (int column = 1; column <= columns; column++) {
            cells.put(row, gutter + column, style.ascii() ? '-' : '─', Cells.NONE);
        }
        int perColumn = style.ascii() ? 1 : 2;
        int free = 0;
        double slot = x.ticks().size() < 2 ? columns : columns / (x.hi() - x.lo());
        for (Tick tick : x.ticks()) {
            int column =
                    gutter + 1 + (int) Math.round(x.shareOf(tick.position()) * (columns * perColumn - 1)) / perColumn;
            cells.put(row, column, style.ascii() ? '+' : '┬', Cells.NONE);
            String label = !x.named() ? tick.label() : DisplayWidth.fit(tick.label(), Math.max(3, (int) slot - 1));
            int size = DisplayWidth.of(label);
            int start = Math.clamp(column - size / 2, 0, Math.max(0, width - size));
            // Names of bars may be too many: those that have no room are left out.
            if (start >= free) {
                cells.write(row + 1, start, label, Cells.NONE);
                free = start + size + 1;
            }
        }
    }

    // The numbers of the named series, in lines that fit.
    private List<List<Integer>> legend() {
        List<List<Integer>> lines = new ArrayList<>();
        int used = width;
        for (int i = 0; i < panel.series().size(); i++) {
            String name = panel.series().get(i).name();
            if (!panel.legend() || name.isEmpty()) {
                continue;
            }
            int size = entry(name);
            if (used + size > width - 2) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.getLast().add(i);
            used += size;
        }
        return lines;
    }

    private static int entry(String name) {
        return 4 + DisplayWidth.of(name) + 3;
    }

    private void legendLine(Cells cells, int row, int left, int columns, List<Integer> numbers) {
        int size = numbers.stream()
                        .mapToInt(i -> entry(panel.series().get(i).name()))
                        .sum()
                - 3;
        int at = Math.max(0, Math.min(left + (columns - size) / 2, width - size));
        for (int i : numbers) {
            Series series = panel.series().get(i);
            sample(cells, row, at, series, Pen.of(panel.series(), i, style));
            cells.write(row, at + 4, DisplayWidth.fit(series.name(), width - at - 4), Cells.NONE);
            at += entry(series.name());
        }
    }

    private void sample(Cells cells, int row, int column, Series series, Pen pen) {
        switch (series) {
            case Points _ -> cells.put(row, column + 1, pen.letter(), pen.colour());
            case Bars _, Band _ -> cells.put(row, column + 1, style.ascii() ? '#' : '█', pen.colour());
            case Line _, Rule _ -> {
                Dots dots = new Dots(3, 1, style.ascii());
                dots.line(0, 0.5, 1, 0.5, pen, 0);
                dots.onto(cells, row, column);
            }
            case Region _, HeatMap _ -> {}
        }
    }
}
