package hillock.plot;

import java.util.Arrays;

/// A rectangle of terminal cells, each with a character, its colour and the colour behind it. What is written outside
/// is cut off.
final class Cells {
    /// No colour: what the terminal has.
    static final int NONE = -1;
    // The right half of a character that is two columns wide.
    private static final int COVERED = 0;

    final int width;
    final int height;
    private final int[] glyph;
    private final int[] ink;
    private final int[] paper;
    private final boolean[] bold;

    Cells(int width, int height) {
        this.width = width;
        this.height = height;
        glyph = new int[width * height];
        ink = new int[width * height];
        paper = new int[width * height];
        bold = new boolean[width * height];
        Arrays.fill(glyph, ' ');
        Arrays.fill(ink, NONE);
        Arrays.fill(paper, NONE);
    }

    void put(int row, int column, int codePoint, int colour) {
        if (row >= 0 && row < height && column >= 0 && column < width) {
            glyph[row * width + column] = codePoint;
            ink[row * width + column] = colour;
        }
    }

    /// The colour behind a cell.
    void fill(int row, int column, int colour) {
        paper[row * width + column] = colour;
    }

    /// Writes a text from a column on; combining marks are dropped.
    void write(int row, int column, String text, int colour) {
        int at = column;
        for (int c : text.replace('\u2212', '-').codePoints().toArray()) {
            int columns = DisplayWidth.of(c);
            if (columns > 0 && at >= 0 && at + columns <= width) {
                put(row, at, Character.isISOControl(c) ? ' ' : c, colour);
                if (columns == 2) {
                    put(row, at + 1, COVERED, colour);
                }
            }
            at += columns;
        }
    }

    /// Writes a text, cut to `columns`, in the middle of the columns from `left` on.
    void centre(int row, int left, int columns, String text, boolean strong) {
        String fitted = DisplayWidth.fit(text, columns);
        int start = left + (columns - DisplayWidth.of(fitted)) / 2;
        write(row, start, fitted, NONE);
        if (strong && row >= 0 && row < height) {
            Arrays.fill(bold, row * width + start, row * width + start + DisplayWidth.of(fitted), true);
        }
    }

    /// Copies all of another rectangle to a place in this one, where it must fit.
    void paste(Cells other, int row, int column) {
        for (int r = 0; r < other.height; r++) {
            int to = (row + r) * width + column;
            System.arraycopy(other.glyph, r * other.width, glyph, to, other.width);
            System.arraycopy(other.ink, r * other.width, ink, to, other.width);
            System.arraycopy(other.paper, r * other.width, paper, to, other.width);
            System.arraycopy(other.bold, r * other.width, bold, to, other.width);
        }
    }

    /// The lines, each ended by `\n`, without blanks at their ends; with ANSI escapes where `colour` is wanted.
    String text(boolean colour) {
        StringBuilder out = new StringBuilder();
        for (int row = 0; row < height; row++) {
            line(row, colour, out);
            out.append('\n');
        }
        return out.toString();
    }

    private void line(int row, boolean colour, StringBuilder out) {
        int end = width;
        while (end > 0 && isBlank(row * width + end - 1, colour)) {
            end--;
        }
        String current = "";
        for (int i = row * width; i < row * width + end; i++) {
            if (glyph[i] == COVERED) {
                continue;
            }
            String wanted = colour ? escape(i) : "";
            if (!wanted.equals(current)) {
                out.append("\u001b[0").append(wanted).append('m');
                current = wanted;
            }
            out.appendCodePoint(glyph[i]);
        }
        if (!current.isEmpty()) {
            out.append("\u001b[0m");
        }
    }

    private boolean isBlank(int i, boolean colour) {
        return glyph[i] == ' ' && (!colour || paper[i] == NONE);
    }

    private String escape(int i) {
        return (bold[i] ? ";1" : "")
                + (ink[i] == NONE ? "" : ";38;5;" + Palette.terminal(ink[i]))
                + (paper[i] == NONE ? "" : ";48;5;" + Palette.terminal(paper[i]));
    }
}
