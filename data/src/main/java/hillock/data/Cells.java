package hillock.data;

import java.util.List;
import java.util.RandomAccess;

/// Cells that tell what they mean without making a string of each.
sealed interface Cells extends List<String>, RandomAccess permits PackedCells, PickedCells, ImageCells {
    /// As [Numbers#parse(String)] of the cell.
    double number(int index);

    /// As [Numbers#isMissing] of the cell.
    boolean isMissing(int index);

    static double number(List<String> cells, int index) {
        return cells instanceof Cells own ? own.number(index) : Numbers.parse(cells.get(index));
    }

    static boolean isMissing(List<String> cells, int index) {
        return cells instanceof Cells own ? own.isMissing(index) : Numbers.isMissing(cells.get(index));
    }
}
