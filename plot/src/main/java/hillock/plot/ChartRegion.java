package hillock.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/// Draws a region as an image: its cells, and over them its edges as thin lines. As lines of the picture itself the
/// tens of
/// thousands of pieces that a network has would make it many times larger.
final class ChartRegion {
    // Fine enough for a panel; twice as many pixels would make a report of some megabytes.
    private static final int SIDE = 480;
    private static final double DARKEST = 110;
    private static final double PALEST = 26;
    private static final double FEW = 2000;

    private ChartRegion() {}

    static BufferedImage image(Region region) {
        BufferedImage cells = cells(region);
        if (region.edges().isEmpty()) {
            return cells;
        }
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(cells, 0, 0, SIDE, SIDE, null);
        edges(region, g);
        g.dispose();
        return image;
    }

    private static BufferedImage cells(Region region) {
        Grid cells = region.cells();
        BufferedImage image = new BufferedImage(cells.columns(), cells.rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                image.setRGB(column, cells.rows() - 1 - row, region.colour(cells.get(row, column)));
            }
        }
        return image;
    }

    // The more there are the paler each is: where many meet it is dark.
    private static void edges(Region region, Graphics2D g) {
        double pale = DARKEST * Math.sqrt(FEW / Math.max(FEW, region.edges().size()));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0, 0, 0, (int) Math.max(PALEST, pale)));
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        for (Region.Edge edge : region.edges()) {
            g.draw(new Line2D.Double(
                    across(region, edge.x0()),
                    down(region, edge.y0()),
                    across(region, edge.x1()),
                    down(region, edge.y1())));
        }
    }

    private static double across(Region region, double x) {
        return (x - region.x().lo()) / (region.x().hi() - region.x().lo()) * SIDE;
    }

    private static double down(Region region, double y) {
        return (region.y().hi() - y) / (region.y().hi() - region.y().lo()) * SIDE;
    }
}
