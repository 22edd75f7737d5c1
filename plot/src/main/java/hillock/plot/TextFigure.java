package hillock.plot;

import java.util.ArrayList;
import java.util.List;

/// Draws a figure as text: its panels in the figure's columns where each gets a readable width, else in fewer.
final class TextFigure {
    private static final int READABLE_WIDTH = 36;
    private static final int READABLE_HEIGHT = 12;
    private static final int GAP = 2;

    private TextFigure() {}

    static String of(Figure figure, TextStyle style) {
        int columns = Math.clamp((style.width() + GAP) / (READABLE_WIDTH + GAP), 1, Math.max(1, figure.columns()));
        int bands = (figure.panels().size() + columns - 1) / columns;
        int title = figure.title().isEmpty() ? 0 : 2;
        int height = Math.max(READABLE_HEIGHT, (style.height() - title - (bands - 1)) / Math.max(1, bands));
        List<Cells> parts = new ArrayList<>();
        if (title > 0) {
            Cells heading = new Cells(style.width(), title);
            heading.centre(0, 0, style.width(), figure.title(), true);
            parts.add(heading);
        }
        for (int band = 0; band < bands; band++) {
            List<Panel> panels = figure.panels()
                    .subList(band * columns, Math.min(figure.panels().size(), (band + 1) * columns));
            if (band > 0) {
                parts.add(new Cells(style.width(), 1));
            }
            parts.add(band(panels, columns, height, style));
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text(style.colour())));
        return text.toString();
    }

    private static Cells band(List<Panel> panels, int columns, int height, TextStyle style) {
        int width = (style.width() - (columns - 1) * GAP) / columns;
        List<Cells> drawn =
                panels.stream().map(p -> TextPanel.of(p, width, height, style)).toList();
        Cells band = new Cells(
                style.width(), drawn.stream().mapToInt(c -> c.height).max().orElse(0));
        for (int i = 0; i < drawn.size(); i++) {
            band.paste(drawn.get(i), 0, i * (width + GAP));
        }
        return band;
    }
}
