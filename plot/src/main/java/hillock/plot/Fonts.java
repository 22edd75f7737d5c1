package hillock.plot;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The fonts of SVG and PNG. Each text is drawn in the first font that has all its characters.
///
/// ```java
/// String title = Fonts.canDraw("函数值") ? "函数值" : "function";
/// ```
public final class Fonts {
    /// A Debian and Ubuntu package with a font for Chinese, to name to a user who lacks one.
    public static final String CHINESE_PACKAGE = "fonts-wqy-microhei";

    private static final List<String> LATIN =
            List.of("DejaVu Sans", "Verdana", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans");
    // Zen Hei comes late: it lacks the minus sign.
    private static final List<String> CHINESE = List.of(
            "WenQuanYi Micro Hei",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "PingFang SC",
            "Hiragino Sans GB",
            "Microsoft YaHei",
            "SimHei",
            "WenQuanYi Zen Hei");
    // Of the most common systems; quoted for an attribute in single quotes, as JFreeSVG writes them.
    private static final String CSS =
            "\"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", \"WenQuanYi Micro Hei\", sans-serif";

    private Fonts() {}

    // Installed families, the preferred ones first. Looked up once, and only when something is drawn.
    private static final class Installed {
        static final List<String> FAMILIES = families();

        private static List<String> families() {
            try {
                // Without any font AWT throws here, by version an Error, a NullPointerException or a LinkageError.
                new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay('0');
            } catch (RuntimeException | Error e) {
                return List.of();
            }
            Set<String> installed =
                    Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
            Set<String> ordered = new LinkedHashSet<>(LATIN);
            ordered.add(Font.SANS_SERIF);
            ordered.addAll(CHINESE);
            ordered.retainAll(installed);
            ordered.addAll(installed.stream().sorted().toList());
            return List.copyOf(ordered);
        }
    }

    /// Whether an installed font has all characters of the text.
    public static boolean canDraw(String text) {
        return family(text) != null;
    }

    /// A font that can draw the text; if there is none, the usual one, which will draw boxes.
    static Font of(String text, int style, int size) {
        String family = family(text);
        return new Font(family == null ? Installed.FAMILIES.getFirst() : family, style, size);
    }

    private static String family(String text) {
        for (String family : Installed.FAMILIES) {
            if (new Font(family, Font.PLAIN, 12).canDisplayUpTo(text) < 0) {
                return family;
            }
        }
        return null;
    }

    /// The text with a minus sign that the font has.
    static String minus(String text, Font font) {
        return font.canDisplay('\u2212') ? text : text.replace('\u2212', '-');
    }

    /// For SVG: the font that was measured, then what a reader may have.
    static String families(String measured) {
        return '"' + measured + "\", " + CSS;
    }

    /// Fails with a sentence where AWT finds no font: it would fail later with an error of its own making.
    static void requireAny() {
        if (Installed.FAMILIES.isEmpty()) {
            throw new IllegalStateException("This Java finds no font to draw with: install one, on Debian or Ubuntu"
                    + " the packages fontconfig and fonts-dejavu-core.");
        }
    }
}
