package hillock.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the bytes of a text are to be read.
///
/// @param charset the encoding
/// @param skip bytes of the byte order mark
/// @param letters characters that the whole text has
/// @param notes what was decided without proof, for the user
record Encoding(Charset charset, int skip, long letters, List<Note> notes) {
    private record Mark(Charset charset, String bytes) {}

    /// UTF-32LE before UTF-16LE, whose mark it begins with.
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(StandardCharsets.UTF_32LE, "\u00FF\u00FE\0\0"),
            new Mark(StandardCharsets.UTF_32BE, "\0\0\u00FE\u00FF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"));

    /// Not in every cut-down Java.
    private static final String GB18030 = "GB18030";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// The encoding of a source, proved by reading it to its end.
    ///
    /// @throws BadInput if it is binary, or damaged text
    static Encoding of(ByteSource source) throws IOException {
        byte[] head = source.head(1 << 16);
        String begin = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        for (Mark mark : MARKS) {
            if (begin.startsWith(mark.bytes)) return certain(source, mark.charset, mark.bytes.length());
        }
        Optional<Charset> wide = unmarkedUtf16(head);
        if (wide.isPresent()) return certain(source, wide.get(), 0);
        TextScan utf8 = TextScan.of(source, StandardCharsets.UTF_8, 0);
        if (utf8.valid())
            return new Encoding(StandardCharsets.UTF_8, 0, text(source, utf8).letters(), List.of());
        List<Charset> guesses = new ArrayList<>(List.of(WINDOWS_1252, StandardCharsets.ISO_8859_1));
        if (looksChinese(head) && Charset.isSupported(GB18030)) guesses.addFirst(Charset.forName(GB18030));
        for (Charset guess : guesses) {
            TextScan scan = TextScan.of(source, guess, 0);
            if (!scan.valid()) continue;
            Note note = Note.of(Note.Topic.ENCODING, source.name(), utf8.line(), guess.name());
            return new Encoding(guess, 0, text(source, scan).letters(), List.of(note));
        }
        throw new IllegalStateException("ISO-8859-1 decodes all bytes");
    }

    private static Encoding certain(ByteSource source, Charset charset, int skip) throws IOException {
        TextScan scan = TextScan.of(source, charset, skip);
        if (!scan.valid()) {
            throw new BadInput(source.name() + ", line " + scan.line() + ": the file begins as " + charset.name()
                    + " but this line is not: save the file as UTF-8 again.");
        }
        return new Encoding(charset, skip, text(source, scan).letters(), List.of());
    }

    private static TextScan text(ByteSource source, TextScan scan) {
        if (!scan.isBinary()) return scan;
        String where = scan.nulLine() > 0 ? " (it has a zero byte in line " + scan.nulLine() + ")" : "";
        throw new BadInput(
                source.name() + " is a binary or damaged file" + where + ", not text: export the table as CSV.");
    }

    /// UTF-16 of mostly Latin text without its mark: every other byte is zero.
    private static Optional<Charset> unmarkedUtf16(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) if (head[i] == 0) zeros[i & 1]++;
        if (zeros[0] == 0 && zeros[1] > head.length / 3) return Optional.of(StandardCharsets.UTF_16LE);
        if (zeros[1] == 0 && zeros[0] > head.length / 3) return Optional.of(StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    /// Chinese in GB18030 is pairs of high bytes, nearly all with a first byte up to D7
    /// (punctuation and the 3755 common characters). In western text high bytes stand alone, or
    /// are small letters from E0 on.
    private static boolean looksChinese(byte[] head) {
        int common = 0;
        int other = 0;
        int i = 0;
        while (i < head.length) {
            int first = head[i++] & 0xFF;
            if (first < 0x80) continue;
            int second = i < head.length ? head[i++] & 0xFF : 0;
            if (first >= 0xA1 && first <= 0xD7 && second >= 0xA1) common++;
            else other++;
        }
        return common > 4 * other;
    }
}
