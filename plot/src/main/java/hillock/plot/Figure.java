package hillock.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Panels in a grid, row by row, under a common title: what is drawn as SVG, PNG or terminal text.
///
/// ```java
/// double[] x = {-2, -1, 0, 1, 2};
/// Figure figure = Figure.of("", Panel.of("ReLU", "x", "y", Line.of("", x, new double[] {0, 0, 0, 1, 2})));
/// System.out.print(figure.toText(80, 24, false));
/// figure.writeSvg(Path.of("relu.svg"));
/// ```
///
/// PNG and SVG need AWT, which works without a screen; `-Djava.awt.headless=true` is left to the
/// program that runs, as one with windows of its own could not undo it. Text loads nothing of AWT.
///
/// @param title       over all panels; may be empty
/// @param columns     panels side by side
/// @param panelWidth  width of one panel in units of 1/96 inch; a PNG has twice as many pixels
/// @param panelHeight height of one panel likewise
public record Figure(String title, List<Panel> panels, int columns, int panelWidth, int panelHeight) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 400;

    public Figure {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(panels.size() + " panels in " + columns + " columns: at least 1 each");
        }
        if (panelWidth < 120 || panelHeight < 100) {
            throw new IllegalArgumentException(
                    "a panel needs at least 120 x 100, not " + panelWidth + " x " + panelHeight);
        }
    }

    /// Panels of the usual size, two side by side.
    public static Figure of(String title, Panel... panels) {
        return new Figure(title, List.of(panels), Math.clamp(panels.length, 1, 2), WIDTH, HEIGHT);
    }

    /// The same panels with so many side by side.
    public Figure withColumns(int count) {
        return new Figure(title, panels, count, panelWidth, panelHeight);
    }

    /// The same panels side by side so that the rows are as full as can be: up to three in one row, four in two rows
    /// of two.
    public Figure balanced() {
        int n = panels.size();
        return withColumns(n <= 3 ? n : n == 4 ? 2 : 3);
    }

    /// The same panels in another size.
    public Figure withPanelSize(int width, int height) {
        return new Figure(title, panels, columns, width, height);
    }

    /// This figure with the panels of another one below.
    public Figure below(Figure next) {
        if (next.columns != columns) {
            throw new IllegalArgumentException(next.columns + " columns of panels below " + columns);
        }
        return new Figure(
                title, Stream.concat(panels.stream(), next.panels.stream()).toList(), columns, panelWidth, panelHeight);
    }

    /// Panels one below another.
    int rows() {
        return (panels.size() + columns - 1) / columns;
    }

    /// The figure as text for a terminal of the given size, with Braille dots. Lines end in `\n`.
    public String toText(int width, int height, boolean colour) {
        return toText(TextStyle.of(width, height).withColour(colour));
    }

    /// The figure as text. Lines end in `\n`; it is higher than `style.height()` where it could
    /// not be read otherwise.
    public String toText(TextStyle style) {
        return TextFigure.of(this, style);
    }

    /// The figure as an `<svg>` element: no reference to anything outside, and ids of its own, so
    /// that several fit in one page. Texts stay texts, with fonts to fall back on: Chinese shows
    /// wherever the reader has a font for it.
    ///
    /// @throws IllegalStateException where this Java finds no font at all
    public String toSvg() {
        return Drawing.svg(this);
    }

    /// The figure as a PNG image of twice the nominal size, sharp on today's screens.
    ///
    /// @throws IllegalStateException where this Java finds no font at all
    public byte[] toPng() {
        return Drawing.png(this);
    }

    /// Writes [#toSvg] as UTF-8. The file is there in full or not at all.
    public void writeSvg(Path file) throws IOException {
        WholeFile.write(file, toSvg().getBytes(StandardCharsets.UTF_8));
    }

    /// Writes [#toPng]. The file is there in full or not at all.
    public void writePng(Path file) throws IOException {
        WholeFile.write(file, toPng());
    }

    /// The texts that no installed font can draw: in a PNG they would be boxes. Empty: all is well.
    public List<String> undrawable() {
        return texts().distinct()
                .filter(text -> !text.isEmpty() && !Fonts.canDraw(text))
                .toList();
    }

    private Stream<String> texts() {
        return Stream.concat(Stream.of(title), panels.stream().flatMap(Figure::texts));
    }

    private static Stream<String> texts(Panel panel) {
        Stream<String> names = panel.series().stream().flatMap(s -> switch (s) {
            case Bars bars -> Stream.concat(Stream.of(bars.name()), bars.labels().stream());
            case HeatMap map -> Stream.concat(map.rowLabels().stream(), map.columnLabels().stream());
            case Line _, Points _, Band _, Rule _, Region _ -> Stream.of(s.name());
        });
        return Stream.concat(Stream.of(panel.title(), panel.xLabel(), panel.yLabel()), names);
    }
}
