package hillock.data;

import java.util.AbstractList;
import java.util.List;

/// Some cells of others, in another order: nothing but row numbers, which all columns of a table share.
final class PickedCells extends AbstractList<String> implements Cells {
    private final List<String> all;
    private final int[] rows;

    private PickedCells(List<String> all, int[] rows) {
        this.all = all;
        this.rows = rows;
    }

    static List<String> of(List<String> cells, Selection selection) {
        return switch (cells) {
            case PickedCells picked -> new PickedCells(picked.all, selection.of(picked.rows));
            case ImageCells pictures -> new ImageCells(pictures.images().pick(selection));
            default -> new PickedCells(cells, selection.rows());
        };
    }

    @Override
    public String get(int index) {
        return all.get(rows[index]);
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public double number(int index) {
        return Cells.number(all, rows[index]);
    }

    @Override
    public boolean isMissing(int index) {
        return Cells.isMissing(all, rows[index]);
    }

    @Override
    public long hash(int index) {
        return Cells.hash(all, rows[index]);
    }
}
