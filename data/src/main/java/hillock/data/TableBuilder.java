package hillock.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The records of a CSV file as columns, the first record on top, until all are there and it is known whether that one
/// is a header.
final class TableBuilder {
    private static final long FIRST_LOOK = 16L << 20;

    private final CsvText text;
    private final Separator separator;
    private final List<List<String>> columns = new ArrayList<>();
    private int[] lines = new int[1024];
    private int records;
    /// Cells that a row has in the file: one more than columns where each row ends with a separator.
    private int width;
    private int emptyRows;
    private int firstEmptyLine;
    private long nextLook = FIRST_LOOK;

    TableBuilder(CsvText text, Separator separator) {
        this.text = text;
        this.separator = separator;
    }

    void add(CsvRow row) {
        if (row.isBlank() && row.width() <= Csv.MAX_COLUMNS) {
            if (row.width() > 1 && emptyRows++ == 0) firstEmptyLine = row.line();
            return;
        }
        if (records == 0) begin(row);
        if (records == 1) settleWidth(row);
        boolean dangling =
                row.width() == columns.size() + 1 && row.cell(columns.size()).isEmpty();
        if (row.width() != width || !(row.width() == columns.size() || dangling)) throw ragged(row);
        for (int i = 0; i < columns.size(); i++) columns.get(i).add(row.cell(i));
        if (records == lines.length) lines = Arrays.copyOf(lines, 2 * records);
        lines[records++] = row.line();
        watchMemory(row);
    }

    private void begin(CsvRow row) {
        width = row.width();
        if (width > Csv.MAX_COLUMNS) {
            throw new BadInput(text.name() + ", line " + row.line() + ": there are " + width + " columns and at most "
                    + Csv.MAX_COLUMNS + " can be read: keep the ones that matter, or turn rows into columns.");
        }
        for (int i = 0; i < width; i++) columns.add(new ArrayList<>());
    }

    /// The first row below the header may show that lines end with a separator, or that only the header does.
    private void settleWidth(CsvRow row) {
        if (row.width() == width + 1 && width < Csv.MAX_COLUMNS) {
            width++;
        } else if (row.width() == width - 1 && columns.getLast().getFirst().isEmpty()) {
            columns.removeLast();
            width--;
        }
    }

    private BadInput ragged(CsvRow row) {
        int expected = columns.size();
        String mend = row.width() < expected
                ? "add the missing cells (an empty cell is nothing between two separators)"
                : "remove the additional cells, or put a text that holds the separator between double quotes";
        return new BadInput(text.name() + ", line " + row.line() + ": " + count(row.width(), "cell")
                + " in a table of " + count(expected, "column") + ", with " + separator.words()
                + " as separator: " + mend + ".");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private void watchMemory(CsvRow row) {
        long bytes = row.bytes() + (long) records * columns.size() * Memory.SLOT;
        if (bytes < nextLook) return;
        nextLook = bytes + FIRST_LOOK;
        long expected = (long) (bytes * Math.max(1, text.letters() / (double) row.letters()));
        if (expected <= Memory.forTables()) return;
        throw new BadInput(text.name() + " is too large: as a table it takes about " + Memory.text(expected)
                + " of memory and Java may use " + Memory.text(Memory.forTables()) + " for it: start Java with -Xmx"
                + (2 * expected / (1 << 30) + 1) + "g, or keep a part of the rows.");
    }

    Table build() {
        Header header = Header.of(text.name(), columns, records == 0 ? 1 : lines[0]);
        int from = header.inFile() ? 1 : 0;
        if (records <= from) {
            throw new BadInput(text.name() + " has a header line and no rows: add rows below it.");
        }
        if (separator == Separator.COMMA) Header.refuseBlankSeparated(text.name(), columns);
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> cells = columns.get(i);
            boolean dangling = header.names().size() <= i;
            if (!dangling) named.add(new Column(header.names().get(i), cells.subList(from, records)));
            columns.set(i, List.of()); // as soon as it is copied, to hold one column twice at most
        }
        List<String> notes = new ArrayList<>(text.notes());
        notes.addAll(header.notes());
        if (emptyRows > 0) {
            notes.add(text.name() + " has " + count(emptyRows, "line") + " of empty cells, left out (the first is line "
                    + firstEmptyLine + ").");
        }
        return Table.of(text.name(), named, Arrays.copyOfRange(lines, from, records))
                .withNotes(notes);
    }
}
