package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;

/// Rows that say the same.
final class Twins {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Twins() {}

    /// One hash for each row, of its cells in these columns.
    static long[] rows(Table table, List<Column> columns) {
        long[] hashes = new long[table.rows()];
        for (Column column : columns)
            for (int row = 0; row < hashes.length; row++)
                hashes[row] = Long.rotateLeft(hashes[row], 23) * ODD + column.hash(row);
        return hashes;
    }

    /// How many of the first rows repeat an earlier one.
    static int repeated(long[] hashes, int rows) {
        return rows - distinct(Arrays.copyOf(hashes, rows));
    }

    /// How many would, if each column were shuffled by itself: so many repeat an earlier one where
    /// columns have few different values, though no row is there twice.
    static int repeatedByChance(List<Column> columns, int rows, Rng rng) {
        long[] hashes = new long[rows];
        for (Column column : columns) {
            int[] order = rng.permutation(rows);
            for (int row = 0; row < rows; row++)
                hashes[row] = Long.rotateLeft(hashes[row], 23) * ODD + column.hash(order[row]);
        }
        return repeated(hashes, rows);
    }

    static int distinct(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) if (i == 0 || sorted[i] != sorted[i - 1]) distinct++;
        return distinct;
    }

    /// How many of `some` are among `others`.
    static int shared(long[] some, long[] others) {
        long[] sorted = others.clone();
        Arrays.sort(sorted);
        return (int) Arrays.stream(some)
                .filter(h -> Arrays.binarySearch(sorted, h) >= 0)
                .count();
    }
}
