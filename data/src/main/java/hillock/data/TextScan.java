package hillock.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// One pass over bytes as text in an encoding: is it valid, and is it text at all?
///
/// @param valid whether every byte could be decoded
/// @param letters characters (UTF-16 units) read
/// @param controls control characters among them, other than tab, line ends, form feed and the end mark of DOS (26)
/// @param nulLine the line of the first character 0, or 0 where there is none
/// @param line the last line reached, counted from 1: that of the first bad byte if not `valid`
record TextScan(boolean valid, long letters, long controls, long nulLine, long line) {

    static TextScan of(ByteSource source, Charset charset, int skip) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        Tally tally = new Tally();
        try (InputStream in = source.opening().open()) {
            in.skipNBytes(skip);
            boolean end = false;
            while (true) {
                if (!end) {
                    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                    if (read < 0) end = true;
                    else bytes.position(bytes.position() + read);
                }
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                tally.add(chars.flip());
                chars.clear();
                bytes.compact();
                if (result.isError()) return tally.scan(false);
                if (end && result.isUnderflow()) return tally.scan(true);
            }
        }
    }

    boolean isBinary() {
        return nulLine > 0 || controls * 20 > letters;
    }

    /// What is counted along the way.
    private static final class Tally {
        private long letters;
        private long controls;
        private long nulLine;
        private long line = 1;
        private char before;

        void add(CharBuffer chars) {
            letters += chars.length();
            char[] array = chars.array();
            for (int i = 0; i < chars.limit(); i++) {
                char c = array[i];
                if (c < ' ' || (c >= 0x7F && c < 0xA0)) special(c);
                before = c;
            }
        }

        private void special(char c) {
            if (c == '\r' || (c == '\n' && before != '\r')) line++;
            if (c == 0 && nulLine == 0) nulLine = line;
            if (c != '\r' && c != '\n' && c != '\t' && c != '\f' && c != 26 && c != 0x85) controls++;
        }

        TextScan scan(boolean valid) {
            return new TextScan(valid, letters, controls, nulLine, line);
        }
    }
}
