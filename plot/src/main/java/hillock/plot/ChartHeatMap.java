package hillock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/// Draws a heat map in a JFreeChart plot, as annotations of a renderer without data: boxes with their values, or one
/// image where there are so many cells that no value could be read.
final class ChartHeatMap {
    private static final int MOST_BOXES = 1600;
    private static final int SMALLEST_TEXT = 7;
    private static final Stroke GAP = new BasicStroke(1.5f);
    // Of narrower cells white gaps would be most of what is seen.
    private static final double NARROW = 8;
    private static final int LARGEST_IMAGE = 4000;
    private static final int BESIDE = 120;
    private static final int AROUND = 90;

    private ChartHeatMap() {}

    static XYLineAndShapeRenderer of(HeatMap map, Axis x, Axis y, double width, double height) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        Grid grid = map.values();
        double cell = (width - BESIDE) / Math.max(1, grid.columns());
        if (grid.cells().size() > MOST_BOXES || cell < NARROW) {
            double high = (height - AROUND) / Math.max(1, grid.rows());
            renderer.addAnnotation(new XYDataImageAnnotation(image(map, cell, high), 0, 0, 1, 1), Layer.BACKGROUND);
            return renderer;
        }
        boolean whole = map.whole();
        double deepest = map.deepest();
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.columns(); j++) {
                if (!map.holds(i, j)) {
                    continue;
                }
                int rgb = HeatMap.colour(map.shades().get(i, j), deepest);
                renderer.addAnnotation(box(x, y, i, j, rgb), Layer.BACKGROUND);
                String value = Ticks.cell(grid.get(i, j), whole);
                int size = (int) Math.min(ChartStyle.LABEL, cell / Math.max(2, value.length()) / 0.65);
                if (size >= SMALLEST_TEXT) {
                    renderer.addAnnotation(value(value, x.shareOf(j), y.shareOf(-i), size, rgb));
                }
            }
        }
        return renderer;
    }

    private static XYBoxAnnotation box(Axis x, Axis y, int row, int column, int rgb) {
        return new XYBoxAnnotation(
                x.shareOf(column - 0.5),
                y.shareOf(-row - 0.5),
                x.shareOf(column + 0.5),
                y.shareOf(-row + 0.5),
                GAP,
                Color.WHITE,
                ChartStyle.colour(rgb));
    }

    private static XYTextAnnotation value(String text, double x, double y, int size, int background) {
        Font font = Fonts.of("0", Font.PLAIN, size);
        XYTextAnnotation value = new XYTextAnnotation(Fonts.minus(text, font), x, y);
        value.setFont(font);
        value.setPaint(Palette.isDark(background) ? Color.WHITE : ChartStyle.INK);
        return value;
    }

    /// About as many pixels as a PNG has in the place, so that edges stay sharp; rows that are high enough have a white
    /// line between them.
    private static BufferedImage image(HeatMap map, double wide, double high) {
        Grid shades = map.shades();
        double deepest = map.deepest();
        int across = block(wide, shades.columns());
        int down = block(high, shades.rows());
        int gap = down >= 12 ? 3 : 0;
        BufferedImage image =
                new BufferedImage(shades.columns() * across, shades.rows() * down, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            int row = y / down;
            boolean between = row > 0 && y % down < gap;
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = between ? Palette.WHITE : HeatMap.colour(shades.get(row, x / across), deepest);
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    private static int block(double size, int cells) {
        return Math.clamp(Math.round(2 * size), 1, Math.max(1, LARGEST_IMAGE / Math.max(1, cells)));
    }
}
