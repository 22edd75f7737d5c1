package hillock.data;

import java.io.IOException;
import java.io.Reader;

/// Text whose cells are aligned by blanks, with one tab in place of each run of blanks and none at
/// the ends of lines. A text between double quotes stays as it is.
///
/// `18.0   8.   "ford  torino"` becomes `18.0⇥8.⇥"ford  torino"`.
final class BlankRuns extends Reader {
    private static final int PIECE = 1 << 13;

    private final Reader in;
    private final char[] raw = new char[PIECE];
    /// A tab may be due from the piece before.
    private final char[] ready = new char[PIECE + 1];
    private int from;
    private int to;
    private boolean lineIsEmpty = true;
    private boolean quoted;
    private boolean blanksBefore;

    BlankRuns(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] into, int at, int length) throws IOException {
        while (from == to) {
            int read = in.read(raw, 0, PIECE);
            if (read < 0) return -1;
            from = 0;
            to = 0;
            for (int i = 0; i < read; i++) put(raw[i]);
        }
        int count = Math.min(length, to - from);
        System.arraycopy(ready, from, into, at, count);
        from += count;
        return count;
    }

    private void put(char c) {
        boolean lineEnd = c == '\n' || c == '\r';
        if (!quoted && !lineEnd && Blanks.isBlank(c)) {
            blanksBefore = true;
            return;
        }
        if (blanksBefore && !lineIsEmpty && !lineEnd) ready[to++] = '\t';
        blanksBefore = false;
        if (c == '"') quoted = !quoted;
        lineIsEmpty = lineEnd && !quoted;
        ready[to++] = c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
