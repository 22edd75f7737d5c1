package hillock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;

/// How SVG and PNG look: white, a light grid, strokes of 2 px, round joints.
final class ChartStyle {
    static final Color INK = new Color(0x222222);
    static final Color SOFT_INK = new Color(0x555555);
    static final Color SPINE = new Color(0x999999);
    static final Color GRID = new Color(0xe6e6e6);
    static final Stroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke WHISKER = new BasicStroke(1.4f);
    static final Stroke HAIR = new BasicStroke(1);
    static final Stroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    private static final float[][] DASHES = {{5, 4}, {1.5f, 3}, {9, 3, 2, 3}};
    static final int FIGURE_TITLE = 18;
    static final int TITLE = 15;
    static final int LABEL = 13;
    static final int TICK = 12;

    private ChartStyle() {}

    /// The dashes of a panel's first, second … reference line.
    static Stroke dashes(int place) {
        float[] pattern = DASHES[place % DASHES.length];
        return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    static Color colour(int rgb) {
        return new Color(rgb);
    }

    /// Dots that overlap show how many they are: few ones are large and nearly opaque, many are
    /// small and sheer.
    static Color pointColour(int rgb, int count) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, count < 200 ? 215 : count < 2000 ? 170 : 120);
    }

    /// Of an area, behind lines of the same colour.
    static Color sheer(int rgb) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 56);
    }

    /// Of thin lines, of which there are many.
    static Color faint(int rgb) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 110);
    }

    static Shape dot(int count) {
        double size = count < 200 ? 6.5 : count < 2000 ? 5 : 3.5;
        return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }
}
