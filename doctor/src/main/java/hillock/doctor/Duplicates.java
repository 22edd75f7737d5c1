package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// D8: rows of the validation that stand among those of the training. Where columns have few values rows
/// repeat by nature, and that is no harm; they are copies if they have a number that no other row has, or
/// if far more of them are shared than repeat among the training rows themselves.
///
/// Rows are compared by hashes of 64 bits, eight bytes a row however wide it is; of the validation
/// rows at most 4096, evenly spaced, are looked for among all training rows.
final class Duplicates implements Detector {
    static final double SHARED = 0.05;
    private static final double MOST = 0.5;
    /// Standard deviations that chance is allowed.
    private static final double LEEWAY = 3;
    /// The same for a few rows that have a number of their own.
    private static final double FEW = 2;

    private static final int HELD = 4096;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        return e.trainer().validation().map(held -> shared(e.data(), held)).orElse(List.of());
    }

    private static List<Finding> shared(Dataset training, Dataset validation) {
        RowHashes rows = RowHashes.of(training);
        Dataset held = Sample.of(validation, HELD);
        long[] looked = RowHashes.of(held).inOrder();
        List<Integer> shared = new ArrayList<>();
        for (int r = 0; r < looked.length; r++) if (rows.times(looked[r]) > 0) shared.add(r);
        double share = (double) shared.size() / Math.max(1, looked.length);
        if (share <= SHARED) return List.of();
        double repeated = rows.repeated();
        double beyond = share - repeated - LEEWAY * deviation(repeated, looked.length);
        int[] which = shared.stream().mapToInt(i -> i).toArray();
        double unique = (double) copies(training, rows, held.select(which)) / looked.length;
        double copied = Math.max(unique - FEW * deviation(SHARED, looked.length), beyond);
        Severity severity = copied > MOST || unique > MOST ? SERIOUS : copied > SHARED ? WARNING : NOTE;
        int copies = (int) Math.round(Math.max(0, Math.max(unique, beyond)) * looked.length);
        return List.of(Finding.of(
                Cause.DUPLICATES,
                severity,
                new Place.Network(),
                share,
                0,
                SHARED,
                shared.size(),
                looked.length,
                copies));
    }

    /// Of a share among so many rows.
    private static double deviation(double share, int rows) {
        return Math.sqrt(share * (1 - share) / rows);
    }

    /// How many of the shared rows have a number, in some column, that no training row has but their
    /// equals.
    private static int copies(Dataset training, RowHashes rows, Dataset shared) {
        long[] hashes = RowHashes.of(shared).inOrder();
        float[][] numbers = new float[hashes.length][];
        Rows.each(shared, (r, row) -> numbers[r] = row.clone());
        // For each column the numbers of the shared rows, and the hash of the one training row that has them.
        List<Map<Float, Long>> owners = new ArrayList<>();
        for (int c = 0; c < numbers[0].length; c++) {
            Map<Float, Long> owner = new HashMap<>();
            for (int i = 0; i < hashes.length; i++) owner.put(numbers[i][c], hashes[i]);
            owners.add(owner);
        }
        long[] all = rows.inOrder();
        Rows.each(training, (r, row) -> {
            for (int c = 0; c < row.length; c++) {
                Long owner = owners.get(c).get(row[c]);
                if (owner != null && owner != all[r]) owners.get(c).put(row[c], SEVERAL);
            }
        });
        boolean[] copy = new boolean[hashes.length];
        for (int i = 0; i < copy.length; i++)
            for (int c = 0; c < numbers[i].length; c++) copy[i] |= owners.get(c).get(numbers[i][c]) == hashes[i];
        int count = 0;
        for (boolean is : copy) if (is) count++;
        return count;
    }

    /// Stands for more than one row.
    private static final long SEVERAL = 0;
}
