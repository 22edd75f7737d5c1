package hillock.tabular;

import hillock.nn.Linear;
import hillock.nn.Sequential;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// How steep the units of a first layer start, in networks for curves and surfaces.
///
/// Ordinary weights see the whole range of an input as one gentle slope. From there least squares
/// finds a few waves, but not ten: of `sin(20x)` on six periods most starts end at a straight
/// line. So some starts are steep: their weights are g/2 to g on standardised inputs, of either
/// sign, and each unit is 0, where it bends, at a training row drawn for it, so that together they
/// cover the range. Generalised cross-validation shows whether the rows ask for that. Where they
/// don't, steep starts follow the noise of surfaces, so that they answer only where they are
/// clearly better: in tables of 60 to 200 rows of one and two inputs that hold noise, a smooth
/// curve with noise, or with very little, their best loss was at least .73 of the gentle ones'. In
/// 20 and 37 rows it was .1 and .2 in some, so that there are no steep starts for less than 60.
///
/// @param rows to learn from
record Slopes(int rows) {
    private static final int FEWEST_ROWS = 60;
    private static final double[] STEEP = {5, 10, 20, 10};
    private static final double CLEARLY = 0.5;
    private static final double MUCH_WORSE = 2;
    /// Of the variance of the target: what is left below it makes no difference.
    private static final double EXACT = 1e-6;

    /// Every second start is, where there are rows enough.
    boolean isSteep(int start) {
        return rows >= FEWEST_ROWS && start % 2 == 1;
    }

    private static double scale(int start) {
        return STEEP[start / 2 % STEEP.length];
    }

    /// Those that are to answer together: the better half, of the gentle ones alone unless a steep
    /// one is clearly better, without those that are so much behind the best that they would make
    /// the mean worse.
    ///
    /// @param all starts
    /// @param expected the loss of each on new rows
    List<Integer> kept(List<Integer> all, IntToDoubleFunction expected) {
        Comparator<Integer> byLoss = Comparator.comparingDouble(expected::applyAsDouble);
        Optional<Integer> gentle = all.stream().filter(i -> !isSteep(i)).min(byLoss);
        Optional<Integer> steep = all.stream().filter(this::isSteep).min(byLoss);
        boolean ordinary = gentle.isPresent() && (steep.isEmpty() || suffices(gentle.get(), steep.get(), expected));
        List<Integer> able = all.stream()
                .filter(i -> !ordinary || !isSteep(i))
                .sorted(byLoss)
                .toList();
        double most = Math.max(MUCH_WORSE * expected.applyAsDouble(able.getFirst()), EXACT);
        return able.stream()
                .limit((able.size() + 1) / 2)
                .filter(i -> !(expected.applyAsDouble(i) > most))
                .toList();
    }

    private static boolean suffices(int gentle, int steep, IntToDoubleFunction expected) {
        double loss = expected.applyAsDouble(gentle);
        return loss <= EXACT || !(expected.applyAsDouble(steep) < CLEARLY * loss);
    }

    /// Gives the first layer of a network the slopes of a start, if that is a steep one.
    ///
    /// @param x the training rows
    void vary(Sequential network, int start, Encoded x, Rng rng) {
        if (!isSteep(start) || !(network.layers().getFirst() instanceof Linear first)) return;
        float[] weights = new float[first.out() * first.in()];
        float[] biases = new float[first.out()];
        for (int unit = 0; unit < first.out(); unit++) {
            int row = rng.nextInt(rows);
            double at = 0;
            for (int j = 0; j < first.in(); j++) {
                double size = scale(start) * rng.uniform(0.5, 1);
                float weight = (float) (rng.nextInt(2) == 0 ? size : -size);
                weights[unit * first.in() + j] = weight;
                at += weight * x.values()[row * first.in() + j];
            }
            biases[unit] = (float) -at;
        }
        first.weight().set(Tensor.of(weights, first.out(), first.in()));
        first.bias().set(Tensor.of(biases, first.out()));
    }
}
