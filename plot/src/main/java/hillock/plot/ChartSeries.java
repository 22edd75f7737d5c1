package hillock.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/// Adds the series of a panel to a JFreeChart plot, each with a dataset and a renderer of its own.
/// All coordinates are shares of the axes.
final class ChartSeries {
    // Side of the squares of which only one point each is drawn, where there are many.
    private static final double SQUARE = 4;

    private final XYPlot plot;
    private final Panel panel;
    private final Axis x;
    private final Axis y;
    private final Rectangle2D area;
    private final LegendItemCollection legend = new LegendItemCollection();

    ChartSeries(XYPlot plot, Panel panel, Axis x, Axis y, Rectangle2D area) {
        this.plot = plot;
        this.panel = panel;
        this.x = x;
        this.y = y;
        this.area = area;
        plot.setFixedLegendItems(legend);
    }

    void add(int index) {
        int rgb = Palette.of(panel.series(), index);
        switch (panel.series().get(index)) {
            case Line line -> line(line, rgb);
            case Points points -> points(points, rgb);
            case Bars bars -> bars(bars, rgb);
            case Band band -> band(band, index);
            case Rule rule -> rule(rule, index);
            case Region region -> region(region);
            case HeatMap map ->
                addData(new double[2][0], ChartHeatMap.of(map, x, y, area.getWidth(), area.getHeight()));
        }
    }

    private void line(Line line, int rgb) {
        double[][] xy = Decimate.line(line, x, y, (int) (2 * area.getWidth()));
        Stroke stroke = switch (line.look()) {
            case PLAIN -> ChartStyle.LINE;
            case FAINT -> ChartStyle.HAIR;
            case REFERENCE -> ChartStyle.DASHED;
        };
        Color colour = line.look() == Line.Look.FAINT ? ChartStyle.faint(rgb) : ChartStyle.colour(rgb);
        stroke(xy, stroke, colour);
        dots(isolated(xy), colour, ChartStyle.dot(1000));
        legendLine(line.name(), stroke, colour);
    }

    private void stroke(double[][] xy, Stroke stroke, Color colour) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        // One path a line: joints are round, dashes run on, and SVG stays small.
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesStroke(0, stroke);
        renderer.setSeriesPaint(0, colour);
        addData(xy, renderer);
    }

    // Points with gaps on both sides: a path through one point alone would show nothing.
    private static double[][] isolated(double[][] xy) {
        int[] alone = IntStream.range(0, xy[0].length)
                .filter(i -> present(xy, i) && !present(xy, i - 1) && !present(xy, i + 1))
                .toArray();
        double[][] points = new double[2][alone.length];
        for (int i = 0; i < alone.length; i++) {
            points[0][i] = xy[0][alone[i]];
            points[1][i] = xy[1][alone[i]];
        }
        return points;
    }

    private static boolean present(double[][] xy, int i) {
        return i >= 0 && i < xy[0].length && !Double.isNaN(xy[0][i] + xy[1][i]);
    }

    private void band(Band band, int index) {
        boolean first = index == 0 || Palette.place(panel.series(), index) == 0;
        int rgb = first ? Palette.GREY : Palette.colour(Palette.place(panel.series(), index) - 1);
        if (band.shaded()) {
            new Areas(band, x, y).each(area -> behind(area, ChartStyle.sheer(rgb)));
            legendShape(band.name(), new Rectangle2D.Double(-5, -5, 10, 10), ChartStyle.sheer(rgb));
        } else {
            stroke(whiskers(band), ChartStyle.WHISKER, ChartStyle.INK);
            legendLine(band.name(), ChartStyle.WHISKER, ChartStyle.INK);
        }
    }

    // For each x a line upward and two caps, with gaps between.
    private double[][] whiskers(Band band) {
        int[] shown =
                IntStream.range(0, band.x().size()).filter(band::isPresent).toArray();
        double[][] xy = new double[2][9 * shown.length];
        for (int i = 0; i < shown.length; i++) {
            double at = x.share(band.x().get(shown[i]));
            double low = y.share(band.low().get(shown[i]));
            double high = y.share(band.high().get(shown[i]));
            double[] across = {at - Band.CAP, at + Band.CAP, Double.NaN, at, at, Double.NaN};
            double[] along = {low, low, Double.NaN, low, high, Double.NaN};
            System.arraycopy(across, 0, xy[0], 9 * i, 6);
            System.arraycopy(along, 0, xy[1], 9 * i, 6);
            System.arraycopy(across, 0, xy[0], 9 * i + 6, 3);
            System.arraycopy(new double[] {high, high, Double.NaN}, 0, xy[1], 9 * i + 6, 3);
        }
        return xy;
    }

    // Of several rules each has dashes of its own.
    private void rule(Rule rule, int index) {
        long before = panel.series().stream()
                .limit(index)
                .filter(Rule.class::isInstance)
                .count();
        Stroke stroke = ChartStyle.dashes((int) before);
        Color colour = before % 2 == 0 ? ChartStyle.colour(Palette.GREY) : ChartStyle.INK;
        double at = rule.vertical() ? x.share(rule.at()) : y.share(rule.at());
        double[] along = {0, 1};
        double[] across = {at, at};
        if (!Double.isNaN(at)) {
            stroke(rule.vertical() ? new double[][] {across, along} : new double[][] {along, across}, stroke, colour);
        }
        legendLine(rule.name(), stroke, colour);
    }

    private void points(Points points, int rgb) {
        double[][] xy =
                Decimate.points(points, x, y, (int) (area.getWidth() / SQUARE), (int) (area.getHeight() / SQUARE));
        int count = xy[0].length;
        dots(xy, ChartStyle.pointColour(rgb, count), ChartStyle.dot(count));
        legendShape(points.name(), ChartStyle.dot(1), ChartStyle.colour(rgb));
    }

    private void dots(double[][] xy, Color colour, Shape shape) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, shape);
        renderer.setSeriesPaint(0, colour);
        renderer.setDrawOutlines(false);
        addData(xy, renderer);
    }

    private void addData(double[][] xy, XYItemRenderer renderer) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("", xy);
        addData(data, renderer);
    }

    private void addData(XYDataset data, XYItemRenderer renderer) {
        int slot = plot.getDatasetCount();
        plot.setDataset(slot, data);
        plot.setRenderer(slot, renderer);
    }

    private void bars(Bars bars, int rgb) {
        int n = bars.heights().size();
        double[][] data = new double[6][n];
        for (int i = 0; i < n; i++) {
            data[1][i] = x.share(bars.edges().get(i));
            data[2][i] = x.share(bars.edges().get(i + 1));
            data[0][i] = (data[1][i] + data[2][i]) / 2;
            data[3][i] = y.share(bars.heights().get(i));
            data[4][i] = y.foot();
            data[5][i] = data[3][i];
        }
        DefaultIntervalXYDataset set = new DefaultIntervalXYDataset();
        set.addSeries("", data);
        XYBarRenderer renderer = new XYBarRenderer(bars.labels().isEmpty() ? 0.04 : 0.25);
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, ChartStyle.colour(rgb));
        addData(set, renderer);
        legendShape(bars.name(), new Rectangle2D.Double(-5, -5, 10, 10), ChartStyle.colour(rgb));
    }

    private void region(Region region) {
        BufferedImage image = ChartRegion.image(region);
        double left = x.share(region.x().lo());
        double bottom = y.share(region.y().lo());
        double width = x.share(region.x().hi()) - left;
        double height = y.share(region.y().hi()) - bottom;
        behind(image, left, bottom, width, height);
    }

    // Under the series, as an annotation of one that is empty.
    private void behind(BufferedImage image, double left, double bottom, double width, double height) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.addAnnotation(new XYDataImageAnnotation(image, left, bottom, width, height), Layer.BACKGROUND);
        addData(new double[2][0], renderer);
    }

    private void behind(double[] polygon, Color colour) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.addAnnotation(new XYPolygonAnnotation(polygon, null, null, colour), Layer.BACKGROUND);
        addData(new double[2][0], renderer);
    }

    private void legendLine(String name, Stroke stroke, Color colour) {
        if (!name.isEmpty()) {
            Shape sample = new Line2D.Double(-10, 0, 10, 0);
            legend.add(new LegendItem(
                    name, null, null, null, false, sample, false, colour, false, colour, stroke, true, sample, stroke,
                    colour));
        }
    }

    private void legendShape(String name, Shape shape, Color colour) {
        if (!name.isEmpty()) {
            legend.add(new LegendItem(name, null, null, null, shape, colour));
        }
    }
}
