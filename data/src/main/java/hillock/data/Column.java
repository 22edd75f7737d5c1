package hillock.data;

import java.util.Arrays;
import java.util.List;

/// One named column of a [Table]: the text of its cells from top to bottom, as it stood in the file without
/// surrounding blanks. An empty cell is the empty string.
///
/// ```java
/// Column species = new Column("species", List.of("setosa", "virginica"));
/// species.cells().get(1);   // "virginica"
/// ```
public record Column(String name, List<String> cells) {
    public Column {
        // Packed cells cannot change either, and copies of them as strings would take several times the memory.
        if (!(cells instanceof PackedCells)) cells = List.copyOf(cells);
    }

    /// The column of these rows, in this order.
    Column select(int[] rows) {
        List<String> picked = cells instanceof PackedCells packed
                ? packed.select(rows)
                : Arrays.stream(rows).mapToObj(cells::get).toList();
        return new Column(name, picked);
    }
}
