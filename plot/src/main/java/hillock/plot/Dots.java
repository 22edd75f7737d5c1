package hillock.plot;

/// The drawing area of a text plot, finer than its cells: 2 x 4 Braille dots in each (Unicode block U+2800), or one
/// letter in each where only ASCII is wanted. A cell shows the series drawn last in it.
final class Dots {
    // The bit of each dot, by row and column in the cell.
    private static final int[][] BRAILLE = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    final int columns;
    final int rows;
    private final boolean ascii;
    private final int[] mask;
    private final Pen[] owner;

    Dots(int cellColumns, int cellRows, boolean ascii) {
        this.ascii = ascii;
        columns = cellColumns * (ascii ? 1 : 2);
        rows = cellRows * (ascii ? 1 : 4);
        mask = new int[cellColumns * cellRows];
        owner = new Pen[cellColumns * cellRows];
    }

    /// Sets a dot; row 0 is the top. What is outside is not drawn.
    void dot(long column, long row, Pen pen) {
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            return;
        }
        int c = (int) column;
        int r = (int) row;
        int cell = ascii ? r * columns + c : r / 4 * (columns / 2) + c / 2;
        if (!pen.equals(owner[cell])) {
            mask[cell] = 0;
            owner[cell] = pen;
        }
        mask[cell] |= ascii ? 1 : BRAILLE[r % 4][c % 2];
    }

    /// Joins two places, given as shares of the area from its lower left corner; returns how far the dashes have come.
    int line(double x0, double y0, double x1, double y1, Pen pen, int phase) {
        long c0 = column(x0);
        long r0 = row(y0);
        long dc = column(x1) - c0;
        long dr = row(y1) - r0;
        long steps = Math.max(Math.abs(dc), Math.abs(dr));
        int at = phase;
        // The first dot is the last of the piece before, but for the first piece.
        for (long i = phase == 0 ? 0 : 1; i <= steps; i++, at++) {
            if (at % (pen.on() + pen.off()) < pen.on()) {
                double share = (double) i / Math.max(1, steps);
                dot(c0 + Math.round(dc * share), r0 + Math.round(dr * share), pen);
            }
        }
        return at;
    }

    long column(double share) {
        return Math.round(share * (columns - 1));
    }

    long row(double share) {
        return Math.round((1 - share) * (rows - 1));
    }

    /// Puts what was drawn onto the cells.
    void onto(Cells cells, int top, int left) {
        int cellColumns = columns / (ascii ? 1 : 2);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                int glyph = ascii ? owner[i].letter() : 0x2800 + mask[i];
                cells.put(top + i / cellColumns, left + i % cellColumns, glyph, owner[i].colour());
            }
        }
    }
}
