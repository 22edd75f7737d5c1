package hillock.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// What stands between the cells of a line. In the order of trust: a semicolon that divides every line as it divides
/// the header hardly does so by chance, while commas may be decimal marks or belong to a text.
enum Separator {
    TAB('\t', "a tab"),
    SEMICOLON(';', "a semicolon"),
    BAR('|', "a vertical bar"),
    COMMA(',', "a comma");

    private static final int RECORDS = 100;

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
    CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(mark)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /// The separator that gives the largest share of the first records the width of the header, more than one.
    static Separator of(CsvText text) {
        String sample = text.sample();
        if (text.namesSeparator()) {
            for (Separator candidate : values()) {
                if (sample.charAt("sep=".length()) == candidate.mark) return candidate;
            }
        }
        Separator best = COMMA;
        double bestScore = 0;
        for (Separator candidate : values()) {
            double score = candidate.score(candidate.widths(sample, text.sampleIsWhole()));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /// The share of records as wide as the first, and a little for width where that is all there is to go by.
    private double score(List<Integer> widths) {
        if (widths.isEmpty() || widths.getFirst() == 1) return 0;
        int header = widths.getFirst();
        long agreeing = widths.stream().filter(w -> w == header).count();
        return widths.size() == 1 ? header : (double) agreeing / widths.size();
    }

    private List<Integer> widths(String sample, boolean whole) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<CsvRow> rows = reader().build(new CsvRow(), sample)) {
            for (CsvRow row : rows) {
                if (!row.isBlank()) widths.add(row.width());
                if (widths.size() == RECORDS) return widths;
            }
        } catch (CsvParseException e) {
            return widths; // what was read before a broken quote tells enough; the quote is reported by the real reader
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!whole && widths.size() > 1) widths.removeLast(); // cut off in its midst
        return widths;
    }
}
