package hillock.doctor;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Learned;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Traits;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// The activation of a layer as a function of one number.
///
/// @param learned the setting that training changes, if there is one
/// @param derivative of the formula, with the settings as its parameters
/// @param traits those at the beginning, where a setting is learned
record Curve(Activation activation, Optional<Parameter> learned, Expr derivative, Traits traits) {
    private static final double LONG = 8;
    private static final double SAME = 1e-6;

    /// The curve of a module, if it is a pointwise activation.
    static Optional<Curve> of(Module module) {
        return switch (module) {
            case Activation a when is(a) -> Optional.of(of(a, Optional.empty()));
            case Learned l -> Optional.of(of(l.activation(), Optional.of(l.weight())));
            default -> Optional.empty();
        };
    }

    private static Curve of(Activation activation, Optional<Parameter> learned) {
        Expr formula = ((Pointwise) activation.form()).formula();
        return new Curve(activation, learned, Derivative.exactOf(formula, 0), Traits.of(activation));
    }

    /// Whether a module has a curve.
    static boolean is(Module module) {
        return module instanceof Learned || (module instanceof Activation a && a.form() instanceof Pointwise);
    }

    /// The slopes at these numbers.
    float[] slopes(Tensor z) {
        return Tensor.pointwise(derivative, settings(), z.detach()).toArray();
    }

    /// The slope as a function, with the present settings.
    DoubleUnaryOperator slope() {
        double[] settings = unboxed(settings());
        return x -> derivative.evaluate(new double[] {x}, settings);
    }

    /// The activation as a function, with the present settings.
    DoubleUnaryOperator value() {
        double[] settings = unboxed(settings());
        Expr formula = ((Pointwise) activation.form()).formula();
        return x -> formula.evaluate(new double[] {x}, settings);
    }

    private List<Double> settings() {
        return activation.settings().stream()
                .map(s -> s.learned() && learned.isPresent()
                        ? mean(learned.get().value().detach().toDoubles())
                        : s.value())
                .toList();
    }

    /// One curve stands for those of all channels.
    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    String name() {
        return activation.text();
    }

    /// Whether a unit can get stuck where the slope is exactly 0.
    boolean dies() {
        return traits.dies();
    }

    /// Whether slopes go to 0 on both sides, as those of sigmoid and tanh.
    boolean saturates() {
        return Double.isFinite(traits.flatBelow()) && Double.isFinite(traits.flatAbove());
    }

    /// Whether the slope changes at kinks alone, as that of relu.
    boolean isPiecewiseLinear() {
        if (traits.kinks().isEmpty()) return false;
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(-LONG, LONG), traits.kinks().stream().mapToDouble(Traits.Kink::x))
                .sorted()
                .toArray();
        DoubleUnaryOperator slope = slope();
        for (int i = 1; i < ends.length; i++) {
            double first = slope.applyAsDouble(ends[i - 1] + 0.1 * (ends[i] - ends[i - 1]));
            for (double along : new double[] {0.37, 0.5, 0.81})
                if (Math.abs(slope.applyAsDouble(ends[i - 1] + along * (ends[i] - ends[i - 1])) - first) > SAME)
                    return false;
        }
        return true;
    }

    /// Whether the slope is 0 wherever there is one.
    boolean isLevel() {
        return traits.lipschitz() == 0;
    }

    /// The largest slope, 1 if there is none.
    double steepest() {
        return Double.isFinite(traits.lipschitz()) && traits.lipschitz() > 0 ? traits.lipschitz() : 1;
    }
}
