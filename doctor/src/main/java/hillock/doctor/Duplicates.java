package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// D8: rows of the validation that stand among those of the training. Where columns have few values rows
/// repeat by nature, and that is no harm; they are copies if they have a number that no other row has, or
/// if far more of them are shared than repeat among the training rows themselves.
final class Duplicates implements Detector {
    static final double SHARED = 0.05;
    private static final double MOST = 0.5;
    /// Standard deviations that chance is allowed.
    private static final double LEEWAY = 3;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        return e.trainer().validation().map(held -> shared(e.data(), held)).orElse(List.of());
    }

    private static List<Finding> shared(Dataset training, Dataset validation) {
        List<Row> rows = rows(training);
        List<Row> held = rows(validation);
        Map<Row, Integer> times = new HashMap<>();
        for (Row row : rows) times.merge(row, 1, Integer::sum);
        List<Row> shared = held.stream().filter(times::containsKey).toList();
        double share = (double) shared.size() / Math.max(1, held.size());
        if (share <= SHARED) return List.of();
        double repeated = (double) rows.stream().filter(r -> times.get(r) > 1).count() / rows.size();
        double beyond = share - repeated - LEEWAY * Math.sqrt(repeated * (1 - repeated) / held.size());
        double copied = Math.max((double) copies(rows, shared) / held.size(), beyond);
        Severity severity = copied > MOST ? SERIOUS : copied > SHARED ? WARNING : NOTE;
        int copies = (int) Math.round(Math.max(0, copied) * held.size());
        return List.of(Finding.of(
                Cause.DUPLICATES, severity, new Place.Network(), share, 0, SHARED, shared.size(), held.size(), copies));
    }

    /// How many of the shared rows have a number, in some column, that no training row has but their
    /// equals.
    private static int copies(List<Row> rows, List<Row> shared) {
        boolean[] copy = new boolean[shared.size()];
        for (int c = 0; c < rows.getFirst().numbers.length; c++) {
            Map<Double, Row> owner = new HashMap<>();
            Set<Double> several = new HashSet<>();
            for (Row row : rows) {
                Row first = owner.putIfAbsent(row.numbers[c], row);
                if (first != null && !first.equals(row)) several.add(row.numbers[c]);
            }
            for (int i = 0; i < copy.length; i++) copy[i] |= !several.contains(shared.get(i).numbers[c]);
        }
        int count = 0;
        for (boolean is : copy) if (is) count++;
        return count;
    }

    private static List<Row> rows(Dataset data) {
        Columns x = Columns.of(data.x());
        Columns y = Columns.of(data.y());
        return IntStream.range(0, x.rows())
                .mapToObj(r -> {
                    double[] numbers = new double[x.columns() + y.columns()];
                    for (int c = 0; c < x.columns(); c++) numbers[c] = x.at(r, c);
                    for (int c = 0; c < y.columns(); c++) numbers[x.columns() + c] = y.at(r, c);
                    return new Row(numbers, Arrays.hashCode(numbers));
                })
                .toList();
    }

    /// Inputs and targets of a row, equal where all numbers are.
    private record Row(double[] numbers, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(numbers, row.numbers);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
