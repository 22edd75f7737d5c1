package hillock.data;

import java.util.List;
import java.util.Optional;

/// One named column of a [Table]: the text of its cells from top to bottom, as it stood in the file without
/// surrounding blanks. An empty cell is the empty string.
///
/// ```java
/// Column species = new Column("species", List.of("setosa", "virginica"));
/// species.cells().get(1);   // "virginica"
/// ```
public record Column(String name, List<String> cells) {
    public Column {
        // Cells of our own cannot change either, and copies of them as strings would take several times the memory.
        if (!(cells instanceof Cells)) cells = List.copyOf(cells);
    }

    /// A column of pictures; as text each is its number.
    Column(String name, Images images) {
        this(name, new ImageCells(images));
    }

    /// The number in a cell, as [Numbers#parse(String)] reads it: NaN where there is none. No string is made.
    public double number(int row) {
        return Cells.number(cells, row);
    }

    /// Whether a cell holds no value, as [Numbers#isMissing] tells.
    public boolean isMissing(int row) {
        return Cells.isMissing(cells, row);
    }

    /// A hash of what a cell says, its text or its picture: equal cells have equal hashes, and others hardly ever do
    /// (64 bits). No string is made.
    public long hash(int row) {
        return Cells.hash(cells, row);
    }

    /// The pictures, if this is a column of pictures.
    public Optional<Images> images() {
        return cells instanceof ImageCells pictures ? Optional.of(pictures.images()) : Optional.empty();
    }

    /// The column of these rows, in this order.
    Column select(Selection rows) {
        return new Column(name, PickedCells.of(cells, rows));
    }
}
