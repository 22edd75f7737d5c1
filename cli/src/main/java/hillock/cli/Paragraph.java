package hillock.cli;

import hillock.plot.DisplayWidth;
import java.text.BreakIterator;
import java.util.Locale;

/// Text broken into lines for a screen: at blanks, and in Chinese between characters but not before a full stop.
///
/// ```java
/// Paragraph.wrap("deep networks: gradients vanish there", 20, "  ");
/// ```
public final class Paragraph {
    private Paragraph() {}

    /// The text in lines of at most `width` columns, unless one word is longer; all but the first begin with `indent`,
    /// which counts.
    public static String wrap(String text, int width, String indent) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        StringBuilder wrapped = new StringBuilder();
        int used = DisplayWidth.of(indent);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String piece = text.substring(from, to);
            if (used + DisplayWidth.of(piece.stripTrailing()) > width && from > 0) {
                wrapped.setLength(wrapped.toString().stripTrailing().length());
                wrapped.append('\n').append(indent);
                used = DisplayWidth.of(indent);
            }
            wrapped.append(piece);
            used += DisplayWidth.of(piece);
        }
        return wrapped.toString();
    }

    /// The text with blanks behind it, so many columns wide.
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
    }
}
