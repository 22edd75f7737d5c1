package hillock.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/// The record that is being read: one object, filled anew for each, so that reading makes nothing
/// but the cells.
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private static final int LONGEST = 1 << 24;

    private char[] letters = new char[256];
    private int[] ends = new int[16];
    private int width;
    private int lineBreaks;
    private long lettersRead;

    @Override
    protected void handleBegin(long line) {
        width = 0;
        lineBreaks = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        lettersRead += length + 1;
        width = index + 1;
        if (index >= Csv.MAX_COLUMNS) return; // counted for the message, not kept
        int from = offset;
        int to = offset + length;
        for (int i = from; i < to; i++) if (isLineBreak(buffer, i, to)) lineBreaks++;
        while (from < to && Blanks.isBlank(buffer[from])) from++;
        while (from < to && Blanks.isBlank(buffer[to - 1])) to--;
        if (index == ends.length) ends = Arrays.copyOf(ends, 2 * index);
        int at = start(index);
        ends[index] = Math.min(at + to - from, LONGEST);
        if (ends[index] > letters.length) letters = Arrays.copyOf(letters, 2 * ends[index]);
        System.arraycopy(buffer, from, letters, at, ends[index] - at);
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /// The line in which the record begins, counted from 1.
    int line() {
        return (int) getStartingLineNumber();
    }

    /// Whether it is longer than can be held, and was cut off.
    boolean isTooLong() {
        return ends[Math.min(width, Csv.MAX_COLUMNS) - 1] == LONGEST;
    }

    int width() {
        return width;
    }

    boolean isEmpty(int index) {
        return ends[index] == start(index);
    }

    boolean isBlank() {
        return ends[Math.min(width, Csv.MAX_COLUMNS) - 1] == 0;
    }

    /// The text of the first cell.
    String first() {
        return new String(letters, 0, ends[0]);
    }

    /// Whether one of the cells is a plain number.
    boolean hasNumber() {
        for (int i = 0; i < Math.min(width, Csv.MAX_COLUMNS); i++) {
            String cell = new String(letters, start(i), ends[i] - start(i));
            if (!Double.isNaN(Numbers.parse(cell))) return true;
        }
        return false;
    }

    void addTo(PackedCells.Builder column, int index) {
        column.add(letters, start(index), ends[index]);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /// Letters read so far, separators included.
    long lettersRead() {
        return lettersRead;
    }

    /// What the parser stumbled over: always in the quoted cell that follows the last one it delivered.
    BadInput malformed(String name, CsvParseException e) {
        String where = name + ", line " + (line() + lineBreaks) + ", column " + (width + 1) + ": ";
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed")) {
            return new BadInput(where + "a double quote opens here and is never closed: close or remove it.", e);
        }
        if (message.startsWith("Unexpected")) {
            return new BadInput(
                    where + "a quoted cell goes on after its closing quote: write quotes inside it twice (\"\").", e);
        }
        return new BadInput(where + "a cell is too long to be one, perhaps for a quote that is never closed.", e);
    }

    private static boolean isLineBreak(char[] buffer, int i, int to) {
        return buffer[i] == '\n' || (buffer[i] == '\r' && (i + 1 == to || buffer[i + 1] != '\n'));
    }
}
