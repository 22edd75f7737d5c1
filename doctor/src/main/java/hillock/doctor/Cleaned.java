package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Trainings with mended data: what is fitted on the training rows is done to the validation rows as well.
final class Cleaned {
    private static final double MOST_DEVIATIONS = 10;

    private Cleaned() {}

    /// Without the rows that hold a number that is not finite; empty if none is left.
    static Optional<Event.Prepared> finite(Event.Prepared ready) {
        Dataset rows = finite(ready.data());
        Optional<Dataset> held = ready.trainer().validation().map(Cleaned::finite);
        boolean some = rows.rows() > 0 && held.map(h -> h.rows() > 0).orElse(true);
        return some ? Optional.of(Mend.with(ready, rows, held)) : Optional.empty();
    }

    private static Dataset finite(Dataset data) {
        Columns x = Columns.of(data.x());
        Columns y = Columns.of(data.y());
        return data.select(IntStream.range(0, data.rows())
                .filter(r -> isFinite(x, r) && isFinite(y, r))
                .toArray());
    }

    private static boolean isFinite(Columns columns, int row) {
        for (int c = 0; c < columns.columns(); c++) if (!Double.isFinite(columns.at(row, c))) return false;
        return true;
    }

    static Event.Prepared scaledInputs(Event.Prepared ready) {
        Columns x = Columns.of(ready.data().x());
        return inputs(ready, t -> scaled(t, x));
    }

    /// Empty where targets are class numbers.
    static Optional<Event.Prepared> scaledTargets(Event.Prepared ready) {
        if (Neighbours.isClasses(ready.data())) return Optional.empty();
        Columns y = Columns.of(ready.data().y());
        return Optional.of(targets(ready, t -> scaled(t, y)));
    }

    /// Targets of which the least is 0 and the largest 1 on the training rows.
    static Event.Prepared zeroOne(Event.Prepared ready) {
        double[] y = ready.data().y().toDoubles();
        double low = Arrays.stream(y).min().orElse(0);
        double high = Arrays.stream(y).max().orElse(1);
        double width = high > low ? high - low : 1;
        return targets(ready, t -> t.minus(low).div(width));
    }

    /// Inputs, and targets that are numbers, of at most ten median deviations from the median.
    static Event.Prepared cutOff(Event.Prepared ready) {
        Event.Prepared cut = inputs(ready, cutOff(Columns.of(ready.data().x())));
        return Neighbours.isClasses(ready.data())
                ? cut
                : targets(cut, cutOff(Columns.of(ready.data().y())));
    }

    private static UnaryOperator<Tensor> cutOff(Columns columns) {
        double[] low = new double[columns.columns()];
        double[] high = new double[columns.columns()];
        for (int c = 0; c < columns.columns(); c++) {
            double median = OtherRows.quantile(columns.column(c), OtherRows.MEDIAN);
            double usual = OtherRows.distance(columns.column(c), median, OtherRows.MEDIAN);
            low[c] = usual > 0 ? median - MOST_DEVIATIONS * usual : Double.NEGATIVE_INFINITY;
            high[c] = usual > 0 ? median + MOST_DEVIATIONS * usual : Double.POSITIVE_INFINITY;
        }
        return t -> each(t, (c, v) -> Math.clamp(v, low[c], high[c]));
    }

    /// All inputs but the first that varies set to 0.
    static Event.Prepared oneInput(Event.Prepared ready) {
        Columns x = Columns.of(ready.data().x());
        int first = IntStream.range(0, x.columns())
                .filter(c -> x.deviation(c) > 0)
                .findFirst()
                .orElse(0);
        return inputs(ready, t -> each(t, (c, v) -> c == first ? v : 0));
    }

    /// Inputs that are the target set to 0; empty if there are none.
    static Optional<Event.Prepared> withoutLeak(Event.Prepared ready) {
        Columns x = Columns.of(ready.data().x());
        Columns y = Columns.of(ready.data().y());
        BitSet leaks = new BitSet();
        for (int c = 0; c < x.columns(); c++) if (InputData.isTarget(x, c, y)) leaks.set(c);
        return leaks.isEmpty()
                ? Optional.empty()
                : Optional.of(inputs(ready, t -> each(t, (c, v) -> leaks.get(c) ? 0 : v)));
    }

    /// Without the training rows that stand among the validation rows; empty if none is left.
    static Optional<Event.Prepared> withoutCopies(Event.Prepared ready) {
        RowHashes held = ready.trainer().validation().map(RowHashes::of).orElse(RowHashes.NONE);
        long[] hashes = RowHashes.of(ready.data()).inOrder();
        int[] own = IntStream.range(0, hashes.length)
                .filter(r -> held.times(hashes[r]) == 0)
                .toArray();
        return own.length == 0
                ? Optional.empty()
                : Optional.of(Mend.with(
                        ready, ready.data().select(own), ready.trainer().validation()));
    }

    /// Validation columns with the means and deviations of the training rows.
    static Event.Prepared aligned(Event.Prepared ready) {
        Columns x = Columns.of(ready.data().x());
        return Mend.with(
                ready, ready.data(), ready.trainer().validation().map(h -> new Dataset(aligned(h.x(), x), h.y())));
    }

    private static Tensor aligned(Tensor held, Columns training) {
        double[] means = new double[training.columns()];
        double[] deviations = new double[training.columns()];
        for (int c = 0; c < means.length; c++) {
            means[c] = training.mean(c);
            deviations[c] = training.deviation(c);
        }
        return each(scaled(held, Columns.of(held)), (c, v) -> means[c] + deviations[c] * v);
    }

    private static Event.Prepared inputs(Event.Prepared ready, UnaryOperator<Tensor> change) {
        return both(ready, rows -> new Dataset(change.apply(rows.x()), rows.y()));
    }

    private static Event.Prepared targets(Event.Prepared ready, UnaryOperator<Tensor> change) {
        return both(ready, rows -> new Dataset(rows.x(), change.apply(rows.y())));
    }

    private static Event.Prepared both(Event.Prepared ready, UnaryOperator<Dataset> change) {
        return Mend.with(
                ready, change.apply(ready.data()), ready.trainer().validation().map(change));
    }

    /// With the means and deviations of the training rows' columns; a constant becomes 0.
    private static Tensor scaled(Tensor t, Columns training) {
        double[] means = new double[training.columns()];
        double[] factors = new double[training.columns()];
        for (int c = 0; c < factors.length; c++) {
            means[c] = training.mean(c);
            factors[c] = training.deviation(c) > 0 ? 1 / training.deviation(c) : 0;
        }
        return each(t, (c, v) -> (v - means[c]) * factors[c]);
    }

    /// What becomes of a number of that column.
    private interface Cell {
        double of(int column, double value);
    }

    private static Tensor each(Tensor t, Cell change) {
        Columns own = Columns.of(t);
        float[] changed = new float[own.values().length];
        for (int i = 0; i < changed.length; i++) changed[i] = (float) change.of(i % own.columns(), own.values()[i]);
        return Tensor.of(changed, t.shape().dims());
    }
}
