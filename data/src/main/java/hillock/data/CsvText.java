package hillock.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;

/// A source of which is known that it is text, and how it begins.
record CsvText(ByteSource source, Encoding encoding, String sample) {
    private static final int SAMPLE = 1 << 18;

    /// The line by which Excel is told the separator.
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("(?s)sep=[,;|\t][\r\n].*");

    static CsvText of(ByteSource source) throws IOException {
        Encoding encoding = Encoding.of(source);
        CsvText unread = new CsvText(source, encoding, "");
        char[] letters = new char[(int) Math.min(SAMPLE, encoding.letters())];
        int read = 0;
        try (Reader reader = unread.reader()) {
            for (int more = 0; more >= 0 && read < letters.length; read += Math.max(more, 0)) {
                more = reader.read(letters, read, letters.length - read);
            }
        }
        CsvText text = new CsvText(source, encoding, new String(letters, 0, read));
        if (text.sampleIsWhole() && Blanks.trim(text.sample).isEmpty()) {
            throw new BadInput(source.name() + " is empty: it needs a header line and rows.");
        }
        FileKind.refuseMarkup(source.name(), text.sample);
        return text;
    }

    Reader reader() throws IOException {
        InputStream in = source.opening().open();
        in.skipNBytes(encoding.skip());
        return new InputStreamReader(in, encoding.charset());
    }

    String name() {
        return source.name();
    }

    long letters() {
        return encoding.letters();
    }

    List<Note> notes() {
        return encoding.notes();
    }

    boolean sampleIsWhole() {
        return sample.length() >= encoding.letters();
    }

    boolean namesSeparator() {
        return NAMED_SEPARATOR.matcher(sample).matches();
    }
}
