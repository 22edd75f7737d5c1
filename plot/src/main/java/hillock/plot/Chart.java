package hillock.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// One panel as a JFreeChart, in the style of [ChartStyle].
final class Chart {
    private static final double LETTER = ChartStyle.TICK * 0.62;
    private static final int LONGEST_LABEL = 26;
    private static final double LEAST_SLOT = 17;
    // What axes and titles take of a panel, about: it decides the number of ticks, not the layout.
    private static final double BESIDE = 70;
    private static final double ABOVE_AND_BELOW = 100;

    private final Panel panel;
    private final Rectangle2D area;
    private final Axis x;
    private final Axis y;

    Chart(Panel panel, Rectangle2D area) {
        this.panel = panel;
        this.area = area;
        x = named(Axis.x(panel, area.getWidth() - BESIDE, label -> length(label) + 22), area.getWidth() - 2 * BESIDE);
        y = named(Axis.y(panel, area.getHeight() - ABOVE_AND_BELOW, _ -> 34), area.getHeight() - ABOVE_AND_BELOW);
    }

    private static double length(String label) {
        return DisplayWidth.of(label) * LETTER;
    }

    // Long names are cut; of very many only every so many stand on the axis.
    private static Axis named(Axis axis, double length) {
        if (!axis.named()) {
            return axis;
        }
        List<Tick> named =
                axis.ticks().stream().filter(t -> !t.label().isEmpty()).toList();
        int every = Math.max(1, (int) Math.ceil(named.size() * LEAST_SLOT / length));
        List<Tick> ticks = IntStream.range(0, named.size())
                .filter(i -> i % every == 0)
                .mapToObj(named::get)
                .map(t -> new Tick(t.position(), DisplayWidth.fit(t.label(), LONGEST_LABEL)))
                .toList();
        return new Axis(axis.lo(), axis.hi(), false, true, ticks);
    }

    /// The room that labels take on the left of the plot.
    double left() {
        FontRenderContext smooth = new FontRenderContext(null, true, true);
        double widest = y.ticks().stream()
                .mapToDouble(t -> Fonts.of(t.label(), Font.PLAIN, ChartStyle.TICK)
                        .getStringBounds(t.label(), smooth)
                        .getWidth())
                .max()
                .orElse(0);
        return widest + 12 + (panel.yLabel().isEmpty() ? 0 : 24);
    }

    // The last label reaches out by half of it.
    private double right() {
        boolean atEnd = !x.ticks().isEmpty()
                && !slanted()
                && x.shareOf(x.ticks().getLast().position()) > 0.9;
        return Math.max(12, atEnd ? 4 + length(x.ticks().getLast().label()) / 2 : 0);
    }

    void draw(Graphics2D g, double left) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(new TickedAxis(x, fit(panel.xLabel(), area.getWidth()), slanted()));
        plot.setRangeAxis(new TickedAxis(y, fit(panel.yLabel(), area.getHeight()), false));
        style(plot);
        AxisSpace space = new AxisSpace();
        space.setLeft(left);
        plot.setFixedRangeAxisSpace(space);
        ChartSeries series = new ChartSeries(plot, panel, x, y, area);
        for (int i = 0; i < panel.series().size(); i++) {
            series.add(i);
        }
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, right()));
        if (!panel.title().isEmpty()) {
            TextTitle title = new TextTitle(panel.title(), Fonts.of(panel.title(), Font.BOLD, ChartStyle.TITLE));
            title.setPaint(ChartStyle.INK);
            title.setMargin(2, 0, 8, 0);
            chart.setTitle(title);
        }
        if (!panel.named().isEmpty()) {
            chart.addLegend(legend(plot));
        }
        chart.draw(g, area);
    }

    private static String fit(String label, double length) {
        return DisplayWidth.fit(label, (int) (0.7 * length / LETTER));
    }

    // Names that are wider than their slot are slanted.
    private boolean slanted() {
        double slot = (area.getWidth() - 2 * BESIDE) / Math.max(1, x.ticks().size());
        return x.named() && x.ticks().stream().anyMatch(t -> length(t.label()) > slot);
    }

    private void style(XYPlot plot) {
        boolean map = panel.heatMap().isPresent();
        plot.setBackgroundPaint(Color.WHITE);
        plot.getDomainAxis().setAxisLineVisible(!map);
        plot.getRangeAxis().setAxisLineVisible(!map);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(!map && !x.named());
        plot.setRangeGridlinesVisible(!map);
        plot.setDomainGridlinePaint(ChartStyle.GRID);
        plot.setRangeGridlinePaint(ChartStyle.GRID);
        plot.setDomainGridlineStroke(ChartStyle.HAIR);
        plot.setRangeGridlineStroke(ChartStyle.HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, 2, 2, 2));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private LegendTitle legend(XYPlot plot) {
        StringBuilder names = new StringBuilder();
        panel.named().forEach(s -> names.append(s.name()));
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Fonts.of(names.toString(), Font.PLAIN, ChartStyle.TICK));
        legend.setItemPaint(ChartStyle.INK);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
