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
    // Pixels of the image for each cell: they stay sharp where a browser smooths what it enlarges.
    private static final int BLOCK = 6;

    private ChartHeatMap() {}

    static XYLineAndShapeRenderer of(HeatMap map, Axis x, Axis y, double width) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        Grid grid = map.values();
        if (grid.cells().size() > MOST_BOXES) {
            renderer.addAnnotation(new XYDataImageAnnotation(image(map), 0, 0, 1, 1), Layer.BACKGROUND);
            return renderer;
        }
        boolean whole = map.whole();
        double deepest = map.deepest();
        double cell = (width - 120) / Math.max(1, grid.columns());
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.columns(); j++) {
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

    private static BufferedImage image(HeatMap map) {
        Grid shades = map.shades();
        double deepest = map.deepest();
        int block = Math.max(1, Math.min(BLOCK, 2000 / Math.max(shades.rows(), shades.columns())));
        BufferedImage image =
                new BufferedImage(shades.columns() * block, shades.rows() * block, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                image.setRGB(column, row, HeatMap.colour(shades.get(row / block, column / block), deepest));
            }
        }
        return image;
    }
}
