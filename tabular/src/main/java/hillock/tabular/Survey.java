package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Numbers;
import hillock.data.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cells of one column, counted once. The first look at a column, before anything is decided.
///
/// @param counts how often each text occurs, in order of appearance, missing cells left out
/// @param numbers how many cells are numbers (±infinity included)
/// @param dates how many cells are ISO dates
/// @param firstText the first row whose cell is no number, or -1
record Survey(
        Table table, Column column, Map<String, Integer> counts, int missing, int numbers, int dates, int firstText) {
    /// A column with at least this share of numbers is a number column; a text in it is a mistake.
    private static final double NUMERIC_SHARE = 0.95;
    /// At most so many different whole numbers can be the codes of a category.
    private static final int CODES = 10;

    static Survey of(Table table, Column column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int missing = 0;
        int numbers = 0;
        int dates = 0;
        int firstText = -1;
        for (int row = 0; row < table.rows(); row++) {
            String cell = column.cells().get(row);
            if (Numbers.isMissing(cell)) {
                missing++;
                continue;
            }
            counts.merge(cell, 1, Integer::sum);
            if (!Double.isNaN(Numbers.parse(cell))) numbers++;
            else if (firstText < 0) firstText = row;
            if (!Double.isNaN(Dates.days(cell))) dates++;
        }
        return new Survey(table, column, counts, missing, numbers, dates, firstText);
    }

    String name() {
        return column.name();
    }

    /// How many cells hold a value.
    int present() {
        return table.rows() - missing;
    }

    int distinct() {
        return counts.size();
    }

    boolean allDates() {
        return present() > 0 && dates == present();
    }

    /// The texts, the most frequent first, equals by name.
    List<String> levels() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether the column holds numbers.
    ///
    /// @throws BadInput where it does but for a few texts, and where a number is infinite
    boolean isNumeric() {
        int texts = present() - numbers;
        if (numbers == 0) return false;
        boolean mostly = numbers >= NUMERIC_SHARE * present() || (texts == 1 && numbers >= 4);
        if (!mostly || (texts > 0 && looksLikeCodes())) return false;
        if (texts > 0) throw misplacedText();
        rejectInfinity();
        return true;
    }

    /// A text that comes again among a handful of whole numbers, such as 0, 1, 2 and 3+, is a category.
    private boolean looksLikeCodes() {
        boolean few = counts.size() <= CODES;
        boolean whole = counts.keySet().stream()
                .mapToDouble(Numbers::parse)
                .allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        boolean again =
                counts.entrySet().stream().anyMatch(e -> e.getValue() > 1 && Double.isNaN(Numbers.parse(e.getKey())));
        return few && whole && again;
    }

    private BadInput misplacedText() {
        return new BadInput(table.source() + ", line " + table.line(firstText) + ": column \"" + name()
                + "\" holds numbers but this cell says \"" + column.cells().get(firstText)
                + "\"; correct it, write NA for a missing value, or leave the column out with --drop \"" + name()
                + "\".");
    }

    private void rejectInfinity() {
        for (int row = 0; row < table.rows(); row++) {
            if (Double.isInfinite(Numbers.parse(column.cells().get(row)))) throw infinite(table, row, column);
        }
    }

    static BadInput infinite(Table table, int row, Column column) {
        return new BadInput(table.source() + ", line " + table.line(row) + ": column \"" + column.name() + "\" holds \""
                + column.cells().get(row)
                + "\", which no model can learn from; correct it, or write NA for a missing value.");
    }
}
