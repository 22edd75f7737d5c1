package hillock.data;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a reader decided where a source left a choice, to be shown to the user: that a file is not
/// UTF-8, say, or has no header line.
///
/// ```java
/// for (Note note : Table.read(path).notes()) IO.println(note.sentence(Locale.CHINESE));
/// ```
///
/// @param values texts and counts that the sentence names
public record Note(Topic topic, List<Object> values) {
    /// What it is about. The sentences stand in `notes.properties` and `notes_zh.properties`.
    public enum Topic {
        /// The encoding was guessed.
        ENCODING,
        /// Lines above the header were left out.
        LINES_ABOVE,
        /// There is no header, the columns were given names.
        NO_HEADER,
        /// A column has no name.
        NAMELESS,
        /// The header has no name for the first column, as R writes tables.
        ROW_NAMES,
        /// Lines of empty cells were left out.
        EMPTY_LINES,
        DECIMAL_COMMA,
        THOUSANDS_COMMA,
        THOUSANDS_BLANK,
        THOUSANDS_BLANK_DECIMAL_COMMA,
        /// `6:30` became 6.5.
        CLOCK,
        /// `(620)` became -620.
        BRACKETS,
        /// Currencies, percent signs or units were taken off.
        SIGN,
        /// Words among numbers count as missing.
        WORDS,
        /// There are no labels beside a file of pictures.
        NO_LABELS,
        /// The name of a file of pictures does not tell where labels might be.
        NO_LABELS_ASKED
    }

    public Note {
        values = List.copyOf(values);
    }

    static Note of(Topic topic, Object... values) {
        return new Note(topic, List.of(values));
    }

    /// One sentence; in Chinese for a Chinese locale, otherwise in English.
    public String sentence(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        ResourceBundle texts = ResourceBundle.getBundle("hillock.data.notes", chinese ? Locale.CHINESE : Locale.ROOT);
        return new MessageFormat(texts.getString(topic.name()), Locale.ROOT).format(values.toArray());
    }

    /// The sentence in English.
    @Override
    public String toString() {
        return sentence(Locale.ENGLISH);
    }
}
