package hillock.data;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/// Rows that are being picked from a table. Where they are picked from rows that were picked before, the two steps are
/// joined once for all columns.
record Selection(int[] rows, Map<int[], int[]> joined) {
    /// @param among how many rows there are
    static Selection of(int[] rows, int among) {
        int[] own = rows.clone();
        for (int row : own) Objects.checkIndex(row, among);
        return new Selection(own, new IdentityHashMap<>());
    }

    /// These of `earlier` rows.
    int[] of(int[] earlier) {
        return joined.computeIfAbsent(
                earlier, e -> Arrays.stream(rows).map(r -> e[r]).toArray());
    }
}
