package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Numbers;
import hillock.data.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cells of one column, looked at once. The first look at a column, before anything is decided.
final class Survey {
    /// A column with at least this share of numbers is a number column; a text in it is a mistake.
    private static final double NUMERIC_SHARE = 0.95;
    /// At most so many different whole numbers can be the codes of a category.
    private static final int CODES = 10;

    private static final int FIRST_DATE = 1900_01_01;
    private static final int LAST_DATE = 2099_12_31;

    private final Table table;
    private final Column column;
    /// NaN where there is no number.
    private final double[] values;

    private final int missing;
    private final int numbers;
    private final int firstText;
    /// Made where texts are asked for: a column of numbers has too many.
    private Map<String, Integer> counts;

    private Survey(Table table, Column column) {
        this.table = table;
        this.column = column;
        this.values = new double[table.rows()];
        int nothing = 0;
        int count = 0;
        int text = -1;
        for (int row = 0; row < values.length; row++) {
            values[row] = column.number(row);
            if (!Double.isNaN(values[row])) count++;
            else if (column.isMissing(row)) nothing++;
            else if (text < 0) text = row;
        }
        this.missing = nothing;
        this.numbers = count;
        this.firstText = text;
    }

    static Survey of(Table table, Column column) {
        return new Survey(table, column);
    }

    Table table() {
        return table;
    }

    Column column() {
        return column;
    }

    String name() {
        return column.name();
    }

    int missing() {
        return missing;
    }

    /// How many cells hold a value.
    int present() {
        return table.rows() - missing;
    }

    /// How many cells are numbers (±infinity included).
    int numbers() {
        return numbers;
    }

    /// The numbers from top to bottom, those cells left out that hold none.
    double[] values() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    /// The first row whose cell is text, or -1.
    int firstText() {
        return firstText;
    }

    /// How often each text occurs, in order of appearance, missing cells left out.
    Map<String, Integer> counts() {
        if (counts != null) return counts;
        counts = new LinkedHashMap<>();
        for (int row = 0; row < values.length; row++)
            if (!Double.isNaN(values[row]) || !column.isMissing(row))
                counts.merge(column.cells().get(row), 1, Integer::sum);
        return counts;
    }

    /// The text that every row holds, if it is the same one.
    Optional<String> everywhere() {
        if (missing > 0 || values.length == 0) return Optional.empty();
        String first = column.cells().getFirst();
        for (int row = 1; row < values.length; row++)
            if (!column.cells().get(row).equals(first)) return Optional.empty();
        return Optional.of(first);
    }

    int distinct() {
        return counts().size();
    }

    /// How to read the texts as dates; empty where they are none, or could be read in two ways.
    Optional<DateOrder> dateOrder() {
        if (present() == 0 || !firstTextIsDate()) return Optional.empty();
        return DateLook.order(counts().keySet());
    }

    /// Whether the numbers are dates without anything between year, month and day: 20241231.
    boolean isCompactDates() {
        for (double v : values) if (!Double.isNaN(v) && !(v >= FIRST_DATE && v <= LAST_DATE)) return false;
        return distinct() > 2
                && counts().keySet().stream()
                        .noneMatch(cell -> Dates.parse(cell, DateOrder.CLEAR).isEmpty());
    }

    /// Whether all cells are digits, some with a zero in front: 00123 names a place or a thing,
    /// and counts nothing.
    boolean hasLeadingZeros() {
        for (double v : values) if (!Double.isNaN(v) && !(v >= 0 && v == Math.rint(v))) return false;
        boolean zeros = false;
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) continue;
            String cell = column.cells().get(row);
            if (!isDigits(cell)) return false;
            zeros |= hasLeadingZero(cell);
        }
        return zeros;
    }

    static boolean isDigits(String cell) {
        for (int i = 0; i < cell.length(); i++) if (cell.charAt(i) < '0' || cell.charAt(i) > '9') return false;
        return !cell.isEmpty();
    }

    /// Of digits.
    static boolean hasLeadingZero(String digits) {
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    /// Spares a column of other texts the counting.
    private boolean firstTextIsDate() {
        if (firstText < 0) return false;
        String text = column.cells().get(firstText);
        return Arrays.stream(DateOrder.values())
                .anyMatch(order -> Dates.parse(text, order).isPresent());
    }

    /// The texts, the most frequent first, equals by name.
    List<String> levels() {
        return counts().entrySet().stream()
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
        boolean few = counts().size() <= CODES;
        boolean whole = counts().keySet().stream()
                .mapToDouble(Numbers::parse)
                .allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
        boolean again =
                counts().entrySet().stream().anyMatch(e -> e.getValue() > 1 && Double.isNaN(Numbers.parse(e.getKey())));
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
            if (Double.isInfinite(values[row])) throw infinite(table, row, column);
        }
    }

    static BadInput infinite(Table table, int row, Column column) {
        return new BadInput(table.source() + ", line " + table.line(row) + ": column \"" + column.name() + "\" holds \""
                + column.cells().get(row)
                + "\", which no model can learn from; correct it, or write NA for a missing value.");
    }
}
