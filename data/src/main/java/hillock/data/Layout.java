package hillock.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the records of a CSV file are laid out, found out by the first of them.
///
/// @param above records above the header: a title, or comments that begin with `#` or `%`
/// @param rowNames whether the header has one name fewer than each row has cells
record Layout(Separator separator, int above, boolean rowNames) {
    private static final Pattern RUN = Pattern.compile("\\S {2,}\\S");
    private static final int RECORDS = 100;
    private static final int MOST_ABOVE = 20;
    private static final int FEWEST_BELOW = 3;
    /// Blanks are between all words: they separate cells only where nothing else does, and then throughout.
    private static final double BLANKS_WHERE_OTHERS = 0.5;

    private static final double BLANKS_FROM = 0.9;

    /// A record of the sample.
    private record Line(int width, boolean comment, boolean numbers) {}

    /// @param score the share of records as wide as the header, and a little for width where that
    ///     is all there is to go
    ///     by; 0 where there is one cell a record
    private record Candidate(Layout layout, double score) {}

    /// The layout by which the largest share of the first records has the width of the header,
    /// more than one.
    static Layout of(CsvText text) {
        String sample = text.sample();
        if (text.namesSeparator()) {
            for (Separator separator : Separator.values())
                if (sample.charAt("sep=".length()) == separator.mark()) return new Layout(separator, 0, false);
        }
        Candidate best = new Candidate(new Layout(Separator.COMMA, 0, false), 0);
        for (Separator separator : Separator.values()) {
            if (separator == Separator.BLANKS) continue;
            Candidate candidate = candidate(separator, lines(separator, text));
            if (candidate.score > best.score) best = candidate;
        }
        boolean aligned = best.layout.separator == Separator.TAB && isAligned(text.sample());
        if (best.score > BLANKS_WHERE_OTHERS && !aligned) return best.layout;
        Candidate blanks = candidate(Separator.BLANKS, lines(Separator.BLANKS, text));
        return blanks.score >= BLANKS_FROM ? blanks.layout : best.layout;
    }

    /// Whether there are runs of blanks in each line: then a tab may be one of them, as in the car
    /// tables of old.
    private static boolean isAligned(String sample) {
        return sample.lines().limit(RECORDS).filter(line -> !line.isBlank()).allMatch(RUN.asPredicate());
    }

    private static Candidate candidate(Separator separator, List<Line> lines) {
        int usual = usual(lines);
        int above = above(separator, lines, usual);
        List<Line> table = lines.subList(above, lines.size());
        if (table.isEmpty() || table.getFirst().width == 1) return new Candidate(new Layout(separator, 0, false), 0);
        int header = table.getFirst().width;
        List<Line> below = table.subList(1, table.size());
        boolean shorter = !below.isEmpty() && below.stream().allMatch(l -> l.width == header + 1);
        Layout layout = new Layout(separator, above, shorter && below.size() >= FEWEST_BELOW);
        // One line says little of blanks.
        if (below.isEmpty()) return new Candidate(layout, separator == Separator.BLANKS ? 0 : header);
        long agreeing = table.stream().filter(l -> l.width == header).count();
        return new Candidate(layout, shorter ? 1 : (double) agreeing / table.size());
    }

    /// The most frequent width.
    private static int usual(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::width, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /// Comments, and titles of one cell above a header without numbers. Blanks are in titles, too.
    private static int above(Separator separator, List<Line> lines, int usual) {
        if (usual == 1) return 0;
        int above = 0;
        boolean comments = true;
        while (above + 1 < lines.size() && isAbove(separator, lines.get(above), lines.get(above + 1), usual)) {
            comments &= lines.get(above).comment;
            above++;
        }
        if (above == 0 || above > MOST_ABOVE || lines.size() - above < FEWEST_BELOW) return 0;
        return comments || !lines.get(above).numbers ? above : 0;
    }

    /// A comment with as many cells as a row has is a header if numbers follow it.
    private static boolean isAbove(Separator separator, Line line, Line next, int usual) {
        if (line.width == usual) return line.comment && !next.numbers;
        return line.comment || (line.width == 1 && separator != Separator.BLANKS);
    }

    private static List<Line> lines(Separator separator, CsvText text) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRow> rows = separator.read(new CsvRow(), new StringReader(text.sample()))) {
            for (CsvRow row : rows) {
                if (!row.isBlank()) lines.add(new Line(row.width(), isComment(row.first()), row.hasNumber()));
                if (lines.size() == RECORDS) return lines;
            }
        } catch (CsvParseException e) {
            return lines; // what was read before a broken quote tells enough; the quote is reported by the real reader
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!text.sampleIsWhole() && lines.size() > 1) lines.removeLast(); // cut off in its midst
        return lines;
    }

    private static boolean isComment(String first) {
        return first.startsWith("# ") || first.startsWith("##") || first.startsWith("%");
    }
}
