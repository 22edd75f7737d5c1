package hillock.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The records of a CSV file as columns, the first record on top, until all are there and it is
/// known whether that one is a header.
final class TableBuilder {
    private static final long LOOK_EVERY = 4L << 20;

    private final CsvText text;
    private final Layout layout;
    private final List<PackedCells.Builder> columns = new ArrayList<>();
    private int[] lines = new int[1024];
    private int records;
    /// Cells that a row has in the file: one more than columns where each row ends with a separator.
    private int width;
    private int emptyRows;
    private int firstEmptyLine;
    private boolean rowNames;
    private int linesAbove;
    private String firstAbove = "";
    private long nextLook = LOOK_EVERY;

    TableBuilder(CsvText text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    void add(CsvRow row) {
        if (row.isBlank() && row.width() <= Csv.MAX_COLUMNS) {
            if (row.width() > 1 && emptyRows++ == 0) firstEmptyLine = row.line();
            return;
        }
        if (linesAbove < layout.above()) {
            if (linesAbove++ == 0) firstAbove = row.first();
            return;
        }
        if (row.isTooLong()) {
            throw new BadInput(text.name() + ", line " + row.line() + ": the row is longer than 16 million letters,"
                    + " leave its longest columns out.");
        }
        if (records == 0) begin(row);
        if (records == 1) settleWidth(row);
        boolean dangling = row.width() == columns.size() + 1 && row.isEmpty(columns.size());
        if (row.width() != width || !(row.width() == columns.size() || dangling)) throw ragged(row);
        for (int i = 0; i < columns.size(); i++) row.addTo(columns.get(i), i);
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
        for (int i = 0; i < width; i++) columns.add(new PackedCells.Builder());
    }

    /// The first row below the header may show that lines end with a separator, or that only the
    /// header does.
    private void settleWidth(CsvRow row) {
        if (row.width() == width + 1 && width < Csv.MAX_COLUMNS) {
            if (namesRows(row)) {
                PackedCells.Builder names = new PackedCells.Builder();
                names.add(new char[0], 0, 0);
                columns.addFirst(names);
                rowNames = true;
            }
            width++;
        } else if (row.width() == width - 1
                && columns.getLast().build().getFirst().isEmpty()) {
            columns.removeLast();
            width--;
        }
    }

    /// Otherwise the lines end with a separator.
    private boolean namesRows(CsvRow row) {
        return layout.rowNames() && !row.isEmpty(width);
    }

    private BadInput ragged(CsvRow row) {
        boolean dangling = row.width() != width && width > columns.size();
        int expected = dangling ? width : columns.size();
        String where = dangling ? "where the rows above have " + width : "in a table of " + count(expected, "column");
        String mend = row.width() < expected ? missingCells() : additionalCells(expected);
        return new BadInput(text.name() + ", line " + row.line() + ": " + count(row.width(), "cell") + " " + where
                + ", with " + layout.separator().words() + " as separator: " + mend + ".");
    }

    private String missingCells() {
        return layout.separator() == Separator.BLANKS
                ? "write NA where there is no value"
                : "add the missing cells (an empty cell is nothing between two separators)";
    }

    private static String additionalCells(int expected) {
        return expected == 1
                ? "remove what stands above the header line, if that is it, or put a text that holds the separator"
                        + " between double quotes"
                : "remove the additional cells, or put a text that holds the separator between double quotes";
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /// Stops early where the table, if it goes on as it began, will not fit.
    private void watchMemory(CsvRow row) {
        if (row.lettersRead() < nextLook) return;
        nextLook += LOOK_EVERY;
        long bytes = 4L * lines.length;
        for (PackedCells.Builder column : columns) bytes += column.memory();
        long expected = (long) (bytes * Math.max(1, text.letters() / (double) row.lettersRead()));
        if (expected <= Memory.forTables()) return;
        throw new BadInput(text.name() + " is too large: as a table it takes about " + Memory.text(expected)
                + " of memory and Java may use " + Memory.text(Memory.forTables()) + " for it: start Java with -Xmx"
                + (2 * expected / (1 << 30) + 1) + "g, or keep a part of the rows.");
    }

    Table build() {
        List<List<String>> cells = new ArrayList<>();
        for (PackedCells.Builder column : columns) cells.add(column.build());
        Header header = Header.of(text.name(), cells, lines[0]);
        int from = header.inFile() ? 1 : 0;
        if (records <= from) {
            throw new BadInput(text.name() + " has a header line and no rows: add rows below it.");
        }
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < header.names().size(); i++) {
            named.add(new Column(header.names().get(i), columns.get(i).build().from(from)));
            columns.set(i, new PackedCells.Builder()); // as soon as it is copied, to hold one column twice at most
            cells.set(i, List.of());
        }
        List<Note> notes = new ArrayList<>(text.notes());
        if (linesAbove > 0) notes.add(Note.of(Note.Topic.LINES_ABOVE, text.name(), linesAbove, firstAbove));
        if (rowNames) notes.add(Note.of(Note.Topic.ROW_NAMES, text.name()));
        notes.addAll(header.notes());
        if (emptyRows > 0) {
            notes.add(Note.of(Note.Topic.EMPTY_LINES, text.name(), emptyRows, firstEmptyLine));
        }
        return Table.of(text.name(), named, Arrays.copyOfRange(lines, from, records))
                .withNotes(notes);
    }
}
