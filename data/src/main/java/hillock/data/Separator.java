package hillock.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;

/// What stands between the cells of a line. In the order of trust: a semicolon that divides every
/// line as it divides the header hardly does so by chance, while commas may be decimal marks or
/// belong to a text.
enum Separator {
    TAB('\t', "a tab"),
    SEMICOLON(';', "a semicolon"),
    BAR('|', "a vertical bar"),
    COMMA(',', "a comma"),
    /// Any number of blanks and tabs, also before the first cell.
    BLANKS('\t', "blanks");

    /// A cell longer than that is no cell but what follows a quote that was never closed.
    private static final int LONGEST_CELL = 1 << 20;

    private final char mark;
    private final String words;

    Separator(char mark, String words) {
        this.mark = mark;
        this.words = words;
    }

    char mark() {
        return mark;
    }

    /// For messages: "a comma".
    String words() {
        return words;
    }

    /// A reader that leaves all judgement about the width of rows to its caller.
    CsvReader<CsvRow> read(CsvRow row, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(mark)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(row, this == BLANKS ? new BlankRuns(text) : text);
    }
}
