package hillock.data;

import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// The same with every class spread evenly over the parts.
    ///
    /// @param classes the class of each row, any whole numbers
    public static List<Split> stratifiedKFold(int[] classes, int folds, Rng rng) {
        if (folds < 2 || folds > classes.length) {
            throw new IllegalArgumentException("cannot divide " + classes.length + " rows into " + folds + " folds");
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row : rng.permutation(classes.length)) {
            members.computeIfAbsent(classes[row], c -> new ArrayList<>()).add(row);
        }
        List<BitSet> held = new ArrayList<>();
        for (int k = 0; k < folds; k++) held.add(new BitSet(classes.length));
        int next = 0;
        for (List<Integer> rows : members.values())
            for (int row : rows) held.get(next++ % folds).set(row);
        return held.stream().map(h -> split(classes.length, h)).toList();
    }

    /// Divides whole groups into `folds` parts of about the same size, in which the classes are spread
    /// about evenly. The largest groups are placed first, each where its classes are rarest; equally
    /// large ones in random order.
    ///
    /// @param groups the group of each row, numbered from 0 on
    /// @param classes the class of each row, numbered from 0 on; all 0 where there are none
    /// @throws IllegalArgumentException if `folds` is less than 2 or more than there are groups
    public static List<Split> groupKFold(int[] groups, int[] classes, int folds, Rng rng) {
        int[][] counts = new int[max(groups) + 1][max(classes) + 1];
        for (int row = 0; row < groups.length; row++) counts[groups[row]][classes[row]]++;
        double[] totals = new double[counts[0].length];
        for (int[] group : counts) for (int c = 0; c < totals.length; c++) totals[c] += group[c];
        if (folds < 2 || folds > counts.length)
            throw new IllegalArgumentException("cannot divide " + counts.length + " groups into " + folds + " folds");
        int[] order = IntStream.of(rng.permutation(counts.length))
                .boxed()
                .sorted((a, b) -> Integer.compare(sum(counts[b]), sum(counts[a])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] placed = new double[folds][totals.length];
        int[] part = new int[counts.length];
        for (int group : order) {
            part[group] = rarest(placed, counts[group], totals);
            for (int c = 0; c < totals.length; c++) placed[part[group]][c] += counts[group][c];
        }
        List<Split> splits = new ArrayList<>(folds);
        for (int k = 0; k < folds; k++) {
            BitSet held = new BitSet(groups.length);
            for (int row = 0; row < groups.length; row++) if (part[groups[row]] == k) held.set(row);
            splits.add(split(groups.length, held));
        }
        return List.copyOf(splits);
    }

    /// The part that grows the least uneven: with the shares `s_c` of the classes that it has and `g_c`
    /// of the group, the least `Σ s_c g_c`, then the one with the fewest rows.
    private static int rarest(double[][] placed, int[] group, double[] totals) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double fewest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < placed.length; k++) {
            double overlap = 0;
            double rows = 0;
            for (int c = 0; c < totals.length; c++) {
                overlap += totals[c] == 0 ? 0 : placed[k][c] * group[c] / (totals[c] * totals[c]);
                rows += placed[k][c];
            }
            if (overlap > least || (overlap == least && rows >= fewest)) continue;
            best = k;
            least = overlap;
            fewest = rows;
        }
        return best;
    }

    /// Holds out the newest rows, about `fraction` of all; rows of the same time stay together.
    ///
    /// @param times of each row, in any unit
    /// @throws IllegalArgumentException if all times are the same
    public static Split newest(double[] times, double fraction) {
        requireDivisible(times.length, fraction);
        int[] cuts = cuts(times, new double[] {1 - fraction});
        return between(order(times), cuts[0], times.length);
    }

    /// Cuts the rows by time into `folds + 1` parts of about the same size and holds out each but the
    /// first in turn; the rows before it are those to train on, the rows after it take no part. Rows of
    /// the same time stay together.
    ///
    /// @param times of each row, in any unit
    /// @throws IllegalArgumentException if there are fewer than `folds + 1` different times
    public static List<Split> expanding(double[] times, int folds) {
        if (folds < 1) throw new IllegalArgumentException("cannot divide rows into " + folds + " folds");
        double[] shares = IntStream.rangeClosed(1, folds)
                .mapToDouble(k -> k / (folds + 1.0))
                .toArray();
        int[] cuts = cuts(times, shares);
        int[] order = order(times);
        List<Split> splits = new ArrayList<>(folds);
        for (int k = 0; k < folds; k++) splits.add(between(order, cuts[k], k + 1 < folds ? cuts[k + 1] : times.length));
        return List.copyOf(splits);
    }

    /// The rows by time; those of the same time in their own order.
    private static int[] order(double[] times) {
        return IntStream.range(0, times.length)
                .boxed()
                .sorted((a, b) -> Double.compare(times[a], times[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Ascending positions in the order of time at which a new time begins, each the nearest to its
    /// share of the rows that leaves a time for each cut before and after it.
    private static int[] cuts(double[] times, double[] shares) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int[] begins = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] > sorted[i - 1])
                .toArray();
        if (begins.length < shares.length)
            throw new IllegalArgumentException(
                    "cannot divide " + (begins.length + 1) + " different times into " + (shares.length + 1) + " parts");
        int[] cuts = new int[shares.length];
        int at = 0;
        for (int k = 0; k < cuts.length; k++) {
            double wanted = shares[k] * sorted.length;
            int last = begins.length - (cuts.length - k);
            while (at < last && Math.abs(begins[at + 1] - wanted) <= Math.abs(begins[at] - wanted)) at++;
            cuts[k] = begins[at++];
        }
        return cuts;
    }

    private static Split between(int[] order, int from, int to) {
        int[] train = Arrays.stream(order, 0, from).sorted().toArray();
        return new Split(train, Arrays.stream(order, from, to).sorted().toArray());
    }

    private static int max(int[] values) {
        return IntStream.of(values).max().orElse(0);
    }

    private static int sum(int[] values) {
        return IntStream.of(values).sum();
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
