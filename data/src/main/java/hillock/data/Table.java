package hillock.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A table of text: named columns of equal length. What the text means (numbers, categories,
/// missing values) is decided later, by whoever fits a model on it. A column may hold pictures instead.
///
/// ```java
/// Table table = Table.of("points", List.of(
///         new Column("x", List.of("0", "1", "2")),
///         new Column("y", List.of("1", "3", "5"))));
/// table.column("y").orElseThrow().cells().get(2);   // "5"
/// ```
public final class Table {
    private final String source;
    private final List<Column> columns;
    private final int[] lines;
    private final List<Note> notes;

    private Table(String source, List<Column> columns, int[] lines, List<Note> notes) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        this.notes = List.copyOf(notes);
        Set<String> names = new HashSet<>();
        for (Column column : this.columns) {
            if (!names.add(column.name())) {
                throw new BadInput(
                        source + " has two columns named " + Names.quote(column.name()) + ": rename one of them.");
            }
            if (column.cells().size() != lines.length) {
                throw new IllegalArgumentException("column \"" + column.name() + "\" has "
                        + column.cells().size() + " cells, the table has " + lines.length + " rows");
            }
        }
    }

    /// The table in a file: an IDX file of pictures with its labels beside it (see [Idx]), or else
    /// a CSV file (see [Csv]); either may be packed with gzip. `-` is standard input.
    ///
    /// @throws BadInput with one sentence for the user if there is no table to be read
    public static Table read(Path path) {
        ByteSource source = ByteSource.of(path);
        try {
            return Idx.isIdx(source) ? Idx.read(source, path) : Csv.read(source);
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /// A table whose row `i` stands in line `i + 2` of its source, below one header line.
    public static Table of(String source, List<Column> columns) {
        int rows = columns.isEmpty() ? 0 : columns.getFirst().cells().size();
        int[] lines = new int[rows];
        for (int i = 0; i < rows; i++) lines[i] = i + 2;
        return new Table(source, columns, lines, List.of());
    }

    /// A table whose row `i` stands in line `lines[i]` of its source, counted from 1.
    public static Table of(String source, List<Column> columns, int[] lines) {
        return new Table(source, columns, lines.clone(), List.of());
    }

    /// The same table with these notes.
    public Table withNotes(List<Note> notes) {
        return new Table(source, columns, lines, notes);
    }

    /// What a reader decided where the source left a choice, one sentence each, to be shown to the
    /// user: that the file is not UTF-8, say, or has no header line.
    public List<Note> notes() {
        return notes;
    }

    /// Where the table came from, for messages: a file name, say.
    public String source() {
        return source;
    }

    public List<Column> columns() {
        return columns;
    }

    public int rows() {
        return lines.length;
    }

    /// The column of that exact name.
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// The line of the source in which a row begins, counted from 1.
    public int line(int row) {
        return lines[row];
    }

    /// The table of these rows, in this order; rows keep their line numbers, the table its notes.
    /// No cell is copied: the new table keeps the old one's cells in memory.
    public Table select(int[] rows) {
        Selection selection = Selection.of(rows, rows());
        List<Column> picked = columns.stream().map(c -> c.select(selection)).toList();
        int[] pickedLines = Arrays.stream(rows).map(r -> lines[r]).toArray();
        return new Table(source, picked, pickedLines, notes);
    }
}
