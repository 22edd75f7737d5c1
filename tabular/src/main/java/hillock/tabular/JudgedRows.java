package hillock.tabular;

import hillock.data.Table;
import hillock.nn.Parameters;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The rows that judged a fit, encoded, and the network that was judged: what is asked again with some
/// column changed.
///
/// @param affordable how many rows may be asked in all: a small share of what training took
record JudgedRows(Model model, Table table, Encoded x, double affordable, long seed) {
    /// Of the time of training.
    private static final double SHARE = 0.04;
    /// A step takes a forward and a backward pass, which is about three of the former.
    private static final int PASSES_PER_STEP = 3;
    /// Multiplications and additions, a tenth of a second or so, that are always affordable.
    private static final double LEAST_WORK = 3e9;

    private static final int MOST_ROWS = 2000;

    static JudgedRows of(Fitted fitted) {
        Model judged = fitted.judged();
        Table rows = fitted.study().validation();
        boolean twice = !fitted.model().network().equals(judged.network());
        double steps = (double) fitted.history().finished().epochs()
                * fitted.study().training().rows()
                * PASSES_PER_STEP
                * (twice ? 2 : 1);
        double affordable = Math.max(SHARE * steps, LEAST_WORK / Parameters.count(judged.network()));
        long seed = fitted.recipe().seed();
        JudgedRows all = new JudgedRows(judged, rows, judged.preparation().apply(rows), affordable, seed);
        return all.sample(MOST_ROWS);
    }

    /// At most so many of the rows, drawn at random, in their order.
    JudgedRows sample(int most) {
        if (x.rows() <= most) return this;
        int[] drawn = Rng.of(seed).permutation(x.rows());
        int[] some = Arrays.copyOf(drawn, most);
        Arrays.sort(some);
        return new JudgedRows(model, table.select(some), x.select(some), affordable, seed);
    }

    Scores scores(Encoded rows) {
        return Known.of(model.target(), table).scores(model.predict(rows));
    }

    /// The rows with the features of one column taken from other rows.
    ///
    /// @param order which row gives them to which
    Encoded shuffled(int column, int[] order) {
        int from = first(column);
        int width = model.preparation().codings().get(column).width();
        float[] values = x.values().clone();
        for (int row = 0; row < x.rows(); row++)
            System.arraycopy(x.values(), order[row] * x.features() + from, values, row * x.features() + from, width);
        return Encoded.of(values, x.rows(), x.features());
    }

    /// The rows with the same features for one column in all of them.
    Encoded with(int column, float[] features) {
        int from = first(column);
        float[] values = x.values().clone();
        for (int row = 0; row < x.rows(); row++)
            System.arraycopy(features, 0, values, row * x.features() + from, features.length);
        return Encoded.of(values, x.rows(), x.features());
    }

    /// The first feature of a column.
    private int first(int column) {
        return model.preparation().codings().subList(0, column).stream()
                .mapToInt(Coding::width)
                .sum();
    }

    /// The numbers of at most so many columns: those with the largest `deviation · mean |∂
    /// ½Σoutput² / ∂feature|` over the rows, added up over a column's features. All, in their
    /// order, where there are no more.
    List<Integer> mostSensitive(int most) {
        List<Integer> all =
                IntStream.range(0, model.preparation().codings().size()).boxed().toList();
        if (all.size() <= most) return all;
        Tensor inputs = Tensor.of(x.values(), x.rows(), x.features()).requiresGradient();
        Tensor output = model.network().apply(inputs);
        double[] slopes = output.times(output).sum().gradients().of(inputs).toDoubles();
        double[] sums = new double[x.features()];
        for (int i = 0; i < slopes.length; i++) sums[i % sums.length] += Math.abs(slopes[i]);
        for (int feature = 0; feature < sums.length; feature++) sums[feature] *= deviation(feature);
        return all.stream()
                .sorted(Comparator.comparingDouble(column -> -sum(sums, column)))
                .limit(most)
                .toList();
    }

    private double deviation(int feature) {
        double[] values = new double[x.rows()];
        for (int row = 0; row < values.length; row++) values[row] = x.values()[row * x.features() + feature];
        return Moments.deviation(values, Moments.mean(values));
    }

    private double sum(double[] features, int column) {
        int from = first(column);
        int to = from + model.preparation().codings().get(column).width();
        return Arrays.stream(features, from, to).sum();
    }
}
