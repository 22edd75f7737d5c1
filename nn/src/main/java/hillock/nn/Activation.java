package hillock.nn;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Print;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// An activation function: what makes a network more than one linear function. It is a row of data, from which its
/// values, derivative, plot, description and initial weights follow; [Activations] has the catalogue.
///
/// ```java
/// Activation swish = Activation.pointwise("swish", (x, beta) -> x.times(x.times(beta).sigmoid()), "beta", 1);
/// Tensor y = swish.apply(Tensor.linspace(-3, 3, 7));
/// ```
///
/// @param settings the numbers in the formula that may be chosen, such as a slope
public record Activation(String name, Form form, List<Setting> settings, Facts facts) implements Module {
    /// How it is computed.
    public sealed interface Form {}

    /// By one formula at every position; the settings are the formula's parameters.
    public record Pointwise(Expr formula) implements Form {}

    /// From each row, the numbers along the last dimension, as a whole.
    public record Rowwise(UnaryOperator<Tensor> function) implements Form {}

    /// A number that may be chosen, by its name in PyTorch.
    public record Setting(String name, double value) {}

    public Activation {
        settings = List.copyOf(settings);
    }

    /// An activation without settings.
    public static Activation pointwise(String name, UnaryOperator<Expr> formula) {
        return new Activation(name, new Pointwise(formula.apply(Expr.input(0))), List.of(), Facts.NONE);
    }

    /// An activation with one setting.
    public static Activation pointwise(String name, BinaryOperator<Expr> formula, String setting, double defaultValue) {
        Expr expr = formula.apply(Expr.input(0), Expr.param(0));
        return new Activation(name, new Pointwise(expr), List.of(new Setting(setting, defaultValue)), Facts.NONE);
    }

    /// An activation of whole rows.
    public static Activation rowwise(String name, UnaryOperator<Tensor> function) {
        return new Activation(name, new Rowwise(function), List.of(), Facts.NONE);
    }

    /// The same function with its facts.
    public Activation with(Facts facts) {
        return new Activation(name, form, settings, facts);
    }

    /// The same function with other settings; those not named keep their value.
    public Activation with(Map<String, Double> chosen) {
        for (String key : chosen.keySet()) {
            if (settings.stream().noneMatch(s -> s.name.equals(key))) throw Call.unknownSetting(name, key, settings);
        }
        List<Setting> changed = settings.stream()
                .map(s -> new Setting(s.name, chosen.getOrDefault(s.name, s.value)))
                .toList();
        return new Activation(name, form, changed, facts);
    }

    /// The activation that a text names: `relu`, or with settings `leaky_relu(negative_slope=0.2)`.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, or a setting is unknown or no number
    public static Activation parse(String text) {
        Call call = Call.parse(text);
        return Activations.named(call.name()).with(call.settings());
    }

    /// The text from which [#parse] makes this activation.
    public String text() {
        return Call.text(name, settings);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return switch (form) {
            case Pointwise(Expr formula) -> Tensor.pointwise(formula, values(), x);
            case Rowwise(UnaryOperator<Tensor> function) -> function.apply(x);
        };
    }

    /// The value at one number, in double precision; of a [Rowwise] function, the value of a row of one.
    public double evaluate(double x) {
        return switch (form) {
            case Pointwise(Expr formula) -> formula.evaluate(new double[] {x}, settingValues());
            case Rowwise(UnaryOperator<Tensor> function) ->
                function.apply(Tensor.of(x)).item();
        };
    }

    /// The derivative at one number, in double precision; of a [Rowwise] function, that of a row of one: 0. At NaN it
    /// is NaN, also where the formula has the same slope everywhere.
    public double derivative(double x) {
        if (Double.isNaN(x)) return x;
        return switch (form) {
            case Pointwise(Expr formula) -> Derivative.exactOf(formula, 0).evaluate(new double[] {x}, settingValues());
            case Rowwise _ -> 0;
        };
    }

    /// The formula as text, as it is defined.
    public String definition() {
        if (!facts.definition().isEmpty()) return facts.definition();
        return switch (form) {
            case Pointwise(Expr formula) -> Print.text(formula, List.of("x"), names());
            case Rowwise _ -> name + "(x)";
        };
    }

    /// Whether it passes large positive inputs on and suppresses negative ones, as ReLU does.
    public boolean isRectifier() {
        return form instanceof Pointwise && evaluate(10) > 5 && Math.abs(evaluate(-10)) < evaluate(10) / 2;
    }

    /// The factor for initial weights that makes up for what the function takes from a signal of variance 1: that of
    /// `torch.nn.init.calculate_gain` where PyTorch states one, which for ReLU and leaky ReLU is
    /// `1 / √E[f(z)²]`, z normal.
    public double gain() {
        if (facts.gain() > 0) return facts.gain();
        return form instanceof Rowwise ? 1 : 1 / Math.sqrt(meanSquare());
    }

    /// E[f(z)²] for z normal, by the trapezoidal rule on each side of 0, where many activations have their kink.
    private double meanSquare() {
        int steps = 4000;
        double h = 10.0 / steps;
        double sum = IntStream.rangeClosed(-steps, steps)
                .mapToDouble(i -> {
                    double z = i * h;
                    double f = evaluate(z);
                    return f * f * StrictMath.exp(-z * z / 2);
                })
                .sum();
        return sum * h / Math.sqrt(2 * Math.PI);
    }

    private List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }

    private List<Double> values() {
        return settings.stream().map(Setting::value).toList();
    }

    private double[] settingValues() {
        return settings.stream().mapToDouble(Setting::value).toArray();
    }

    /// The text of [#text].
    @Override
    public String toString() {
        return text();
    }

    /// The formula with its settings filled in, of one input.
    public Expr formula() {
        if (!(form instanceof Pointwise(Expr formula))) {
            throw new IllegalArgumentException(name + " is computed from whole rows: it has no formula of one number");
        }
        Expr filled = formula;
        List<Double> chosen = new ArrayList<>(values());
        for (int i = 0; i < chosen.size(); i++) {
            filled = filled.replace(Expr.param(i), Expr.constant(chosen.get(i)));
        }
        return filled;
    }
}
