package hillock.plot;

/// How many columns of a terminal a text takes: Chinese, Japanese and Korean characters and emoji take two, combining
/// marks none (the wide and fullwidth blocks of Unicode Standard Annex 11).
///
/// ```java
/// DisplayWidth.of("轮次 7");         // 6
/// DisplayWidth.fit("validation", 6);   // valid…
/// ```
public final class DisplayWidth {
    // First and last code point of each wide block.
    private static final int[][] WIDE = {
        {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0xa000, 0xa4cf},
        {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6},
        {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}
    };

    private DisplayWidth() {}

    /// The columns of a whole text.
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    /// The text if it fits in `columns`, else its beginning and an ellipsis.
    public static String fit(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += of(c);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return columns < 1 ? "" : kept + "…";
    }
}
