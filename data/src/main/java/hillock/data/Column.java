package hillock.data;

import java.util.List;

/// One named column of a [Table]: the text of its cells from top to bottom, as it stood in the file without
/// surrounding blanks. An empty cell is the empty string.
public record Column(String name, List<String> cells) {
    public Column {
        cells = List.copyOf(cells);
    }
}
