package hillock.data;

import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Seeded divisions of row numbers: the same generator state gives the same split, on every machine.
///
/// ```java
/// Split split = Splits.stratified(new int[] {0, 0, 0, 0, 1, 1}, 0.5, Rng.of(1));
/// split.heldOut();   // two rows of class 0 and one of class 1
/// List<Split> folds = Splits.kFold(150, 5, Rng.of(1));
/// ```
public final class Splits {
    private Splits() {}

    /// Holds out `round(rows · fraction)` rows drawn at random, at least one and never all.
    ///
    /// @throws IllegalArgumentException if there are fewer than two rows, or `fraction` is not strictly between 0
    /// and 1
    public static Split holdOut(int rows, double fraction, Rng rng) {
        requireDivisible(rows, fraction);
        int count = Math.clamp(Math.round(rows * fraction), 1, rows - 1);
        BitSet held = new BitSet(rows);
        int[] order = rng.permutation(rows);
        for (int i = 0; i < count; i++) held.set(order[i]);
        return split(rows, held);
    }

    /// Holds out about `fraction` of every class, so that both sides show the classes in the proportion of the whole:
    /// a class with at least two rows has rows on both sides, a class with a single row is trained on.
    ///
    /// Rounding in one class is made up for in the next, so that the whole comes to `fraction` as well, unless many
    /// classes are so small that keeping them on both sides forbids it.
    ///
    /// @param classes the class of each row, any whole numbers
    /// @throws IllegalArgumentException if there are fewer than two rows, or `fraction` is not strictly between 0
    /// and 1
    public static Split stratified(int[] classes, double fraction, Rng rng) {
        requireDivisible(classes.length, fraction);
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row : rng.permutation(classes.length)) {
            members.computeIfAbsent(classes[row], c -> new ArrayList<>()).add(row);
        }
        BitSet held = new BitSet(classes.length);
        double owed = 0;
        for (List<Integer> rows : members.values()) {
            if (rows.size() == 1) continue;
            owed += rows.size() * fraction;
            int count = Math.clamp(Math.round(owed), 1, rows.size() - 1);
            owed -= count;
            for (int row : rows.subList(0, count)) held.set(row);
        }
        return held.isEmpty() ? holdOut(classes.length, fraction, rng) : split(classes.length, held);
    }

    /// Divides the rows at random into `folds` parts whose sizes differ by at most one, and holds out each in turn.
    ///
    /// @throws IllegalArgumentException if `folds` is less than 2 or more than there are rows
    public static List<Split> kFold(int rows, int folds, Rng rng) {
        if (folds < 2 || folds > rows) {
            throw new IllegalArgumentException("cannot divide " + rows + " rows into " + folds + " folds");
        }
        int[] order = rng.permutation(rows);
        List<Split> splits = new ArrayList<>(folds);
        for (int k = 0; k < folds; k++) {
            BitSet held = new BitSet(rows);
            for (int i = k; i < rows; i += folds) held.set(order[i]);
            splits.add(split(rows, held));
        }
        return List.copyOf(splits);
    }

    private static Split split(int rows, BitSet held) {
        int[] train = IntStream.range(0, rows).filter(r -> !held.get(r)).toArray();
        return new Split(train, held.stream().toArray());
    }

    private static void requireDivisible(int rows, double fraction) {
        if (rows < 2) throw new IllegalArgumentException("cannot split " + rows + " rows: at least two are needed");
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must lie strictly between 0 and 1, not " + fraction);
        }
    }
}
