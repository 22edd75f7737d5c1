package hillock.doctor;

import hillock.data.Dataset;
import java.util.Arrays;

/// The rows of a data set by hashes of their inputs and targets: equal rows have equal ones, and
/// of a million different rows two have the same with a chance of one in 30 million.
///
/// @param inOrder of each row; never 0
/// @param sorted the same
record RowHashes(long[] inOrder, long[] sorted) {
    static final RowHashes NONE = new RowHashes(new long[0], new long[0]);

    static RowHashes of(Dataset data) {
        long[] hashes = new long[data.rows()];
        Rows.each(data, (r, numbers) -> hashes[r] = hash(numbers));
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return new RowHashes(hashes, sorted);
    }

    /// How many rows have that hash.
    int times(long hash) {
        int at = Arrays.binarySearch(sorted, hash);
        if (at < 0) return 0;
        int first = at;
        while (first > 0 && sorted[first - 1] == hash) first--;
        int last = at;
        while (last < sorted.length - 1 && sorted[last + 1] == hash) last++;
        return last - first + 1;
    }

    /// The share of rows that stand there more than once.
    double repeated() {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i < sorted.length - 1 && sorted[i + 1] == sorted[i];
            if (before || after) count++;
        }
        return (double) count / Math.max(1, sorted.length);
    }

    /// Mixes as SplitMix64 does (Steele, Lea and Flood 2014); -0 and 0 are the same number.
    private static long hash(float[] numbers) {
        long hash = numbers.length;
        for (float v : numbers) {
            hash = (hash ^ Float.floatToIntBits(v + 0f)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * 0x94D049BB133111EBL;
        return hash == 0 ? 1 : hash ^ (hash >>> 31);
    }
}
