package hillock.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/// JFreeChart's axis with our ticks on it, so that pictures and text show the same ones. It runs from 0 to 1: data are
/// given to the chart as shares of their axis, logarithmic or not.
final class TickedAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final double SLANT = -Math.PI / 4;

    @SuppressWarnings("serial") // no chart of ours is ever serialized
    private final Axis axis;

    private final boolean slanted;

    TickedAxis(Axis axis, String label, boolean slanted) {
        super(label.isEmpty() ? null : label);
        this.axis = axis;
        this.slanted = slanted;
        setRange(0, 1);
        setLabelFont(Fonts.of(label, Font.PLAIN, ChartStyle.LABEL));
        setLabelPaint(ChartStyle.INK);
        setLabelInsets(new RectangleInsets(6, 4, 2, 4));
        StringBuilder labels = new StringBuilder();
        axis.ticks()
                .forEach(t -> labels.append(axis.named() ? t.label() : t.label().replace('\u2212', '-')));
        setTickLabelFont(Fonts.of(labels.toString(), Font.PLAIN, ChartStyle.TICK));
        setTickLabelPaint(ChartStyle.SOFT_INK);
        setTickLabelInsets(new RectangleInsets(3, 4, 2, 4));
        setAxisLinePaint(ChartStyle.SPINE);
        setTickMarkPaint(ChartStyle.SPINE);
        setTickMarksVisible(!axis.named());
        setTickMarkOutsideLength(3);
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean left = RectangleEdge.isLeftOrRight(edge);
        TextAnchor anchor = left ? TextAnchor.CENTER_RIGHT : slanted ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER;
        return axis.ticks().stream()
                .map(t -> new NumberTick(
                        axis.shareOf(t.position()),
                        Fonts.minus(t.label(), getTickLabelFont()),
                        anchor,
                        anchor,
                        slanted ? SLANT : 0))
                .toList();
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    protected double findMaximumTickLabelHeight(List ticks, Graphics2D g, Rectangle2D area, boolean vertical) {
        double height = super.findMaximumTickLabelHeight(ticks, g, area, vertical);
        if (!slanted) {
            return height;
        }
        double width = findMaximumTickLabelWidth(ticks, g, area, false);
        Rectangle2D label = new Rectangle2D.Double(0, 0, width, height);
        return AffineTransform.getRotateInstance(SLANT)
                .createTransformedShape(label)
                .getBounds2D()
                .getHeight();
    }
}
