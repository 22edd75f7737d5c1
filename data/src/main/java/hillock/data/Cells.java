package hillock.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.RandomAccess;

/// Cells that tell what they mean without making a string of each.
sealed interface Cells extends List<String>, RandomAccess permits PackedCells, PickedCells, ImageCells {
    /// As [Numbers#parse(String)] of the cell.
    double number(int index);

    /// As [Numbers#isMissing] of the cell.
    boolean isMissing(int index);

    /// Equal cells have equal hashes; others hardly ever do.
    long hash(int index);

    static double number(List<String> cells, int index) {
        return cells instanceof Cells own ? own.number(index) : Numbers.parse(cells.get(index));
    }

    static long hash(List<String> cells, int index) {
        if (cells instanceof Cells own) return own.hash(index);
        byte[] bytes = cells.get(index).getBytes(StandardCharsets.UTF_8);
        return Hash.of(bytes, 0, bytes.length);
    }

    static boolean isMissing(List<String> cells, int index) {
        return cells instanceof Cells own ? own.isMissing(index) : Numbers.isMissing(cells.get(index));
    }
}
