package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.tensor.Tensor;
import java.util.Optional;
import java.util.stream.IntStream;

/// Trainings with mended data: what is fitted on the training rows is done to the validation rows as well.
final class Cleaned {
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
        Optional<Dataset> held = ready.trainer().validation().map(h -> new Dataset(scaled(h.x(), x), h.y()));
        return Mend.with(
                ready, new Dataset(scaled(ready.data().x(), x), ready.data().y()), held);
    }

    /// Empty where targets are class numbers.
    static Optional<Event.Prepared> scaledTargets(Event.Prepared ready) {
        if (Neighbours.isClasses(ready.data())) return Optional.empty();
        Columns y = Columns.of(ready.data().y());
        Optional<Dataset> held = ready.trainer().validation().map(h -> new Dataset(h.x(), scaled(h.y(), y)));
        return Optional.of(Mend.with(
                ready, new Dataset(ready.data().x(), scaled(ready.data().y(), y)), held));
    }

    /// With the means and deviations of the training rows' columns; a constant becomes 0.
    private static Tensor scaled(Tensor t, Columns training) {
        Columns own = Columns.of(t);
        float[] scaled = new float[own.values().length];
        for (int c = 0; c < own.columns(); c++) {
            double mean = training.mean(c);
            double deviation = training.deviation(c);
            double factor = deviation > 0 ? 1 / deviation : 0;
            for (int r = 0; r < own.rows(); r++)
                scaled[r * own.columns() + c] = (float) ((own.at(r, c) - mean) * factor);
        }
        return Tensor.of(scaled, t.shape().dims());
    }
}
