package hillock.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jfree.chart.text.TextUtils;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/// Paints a figure with AWT: on an image for PNG, on JFreeSVG's surface for SVG.
final class Drawing {
    private static final int SCALE = 2;
    private static final int MARGIN = 8;
    private static final int TITLE_HEIGHT = 34;

    // Control characters and halves of pairs, which a column name may hold; XML 1.0, section 2.2.
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    static {
        // Else JFreeChart draws slanted text as outlines, and a label that this machine lacks the font for stays boxes.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Drawing() {}

    static byte[] png(Figure figure) {
        Fonts.requireAny();
        BufferedImage image =
                new BufferedImage(SCALE * width(figure), SCALE * height(figure), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(SCALE, SCALE);
        paint(figure, g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String svg(Figure figure) {
        Fonts.requireAny();
        SVGGraphics2D g = new SVGGraphics2D(width(figure), height(figure));
        g.setFontFunction(Fonts::families);
        g.setGeomDoubleConverter(Drawing::hundredths);
        g.setTransformDoubleConverter(Drawing::hundredths);
        g.setRenderingHint(SVGHints.KEY_IMAGE_HANDLING, SVGHints.VALUE_IMAGE_HANDLING_EMBED);
        g.setDefsKeyPrefix("ID");
        paint(figure, g);
        String svg = g.getSVGElement(null, true, new ViewBox(0, 0, width(figure), height(figure)), null, null);
        return withOwnIds(NOT_XML.matcher(svg).replaceAll(""), g.getDefsKeyPrefix());
    }

    // Ids made from the content: no two figures in one page share one, and the same figure gives the same bytes.
    private static String withOwnIds(String svg, String prefix) {
        CRC32 crc = new CRC32();
        crc.update(svg.getBytes(StandardCharsets.UTF_8));
        String own = "h" + Long.toHexString(crc.getValue());
        return svg.replace("id='" + prefix, "id='" + own).replace("url(#" + prefix, "url(#" + own);
    }

    private static String hundredths(double v) {
        double rounded = Math.rint(v * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static int width(Figure figure) {
        return figure.columns() * figure.panelWidth() + 2 * MARGIN;
    }

    private static int height(Figure figure) {
        return top(figure) + figure.rows() * figure.panelHeight() + MARGIN;
    }

    private static int top(Figure figure) {
        return figure.title().isEmpty() ? MARGIN : MARGIN + TITLE_HEIGHT;
    }

    private static void paint(Figure figure, Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width(figure), height(figure)));
        if (!figure.title().isEmpty()) {
            String title = DisplayWidth.fit(figure.title(), width(figure) / ChartStyle.FIGURE_TITLE * 3 / 2);
            g.setFont(Fonts.of(title, Font.BOLD, ChartStyle.FIGURE_TITLE));
            g.setColor(ChartStyle.INK);
            double textWidth = g.getFontMetrics().stringWidth(title);
            g.drawString(title, (float) Math.max(MARGIN, (width(figure) - textWidth) / 2), MARGIN + 24);
        }
        List<Chart> charts = new ArrayList<>();
        for (int i = 0; i < figure.panels().size(); i++) {
            charts.add(new Chart(figure.panels().get(i), area(figure, i)));
        }
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(g, left(charts, i % figure.columns(), figure.columns()));
        }
    }

    private static Rectangle2D area(Figure figure, int i) {
        int column = i % figure.columns();
        int row = i / figure.columns();
        // A last row that is not full stands in the middle.
        int last = figure.panels().size() - row * figure.columns();
        double aside = Math.max(0, figure.columns() - last) / 2.0;
        return new Rectangle2D.Double(
                MARGIN + (column + aside) * figure.panelWidth(),
                top(figure) + row * figure.panelHeight(),
                figure.panelWidth(),
                figure.panelHeight());
    }

    // Plots that stand one above the other start at the same place, whatever their labels.
    private static double left(List<Chart> charts, int column, int columns) {
        double left = 0;
        for (int i = column; i < charts.size(); i += columns) {
            left = Math.max(left, charts.get(i).left());
        }
        return left;
    }
}
