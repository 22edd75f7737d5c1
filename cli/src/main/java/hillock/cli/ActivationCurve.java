package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activations;
import hillock.plot.Figure;
import hillock.plot.Figures;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// An activation and its derivative at evenly spaced points, the derivative taken by reverse mode
/// as in training.
///
/// A function of rows has no curve of one number. Drawn is what it makes of the first of two
/// numbers, the row (x, 0): of softmax that is the probability of one of two classes as its logit grows.
///
/// ```java
/// ActivationCurve.of(Activations.TANH, new Interval(-3, 3), 100, false).figure(messages).toText(80, 14, false);
/// ```
///
/// @param second the second derivative; empty if it was not asked for
record ActivationCurve(Activation activation, double[] x, double[] y, double[] dydx, double[] second) {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("relu", "ReLU"),
            Map.entry("leaky_relu", "Leaky ReLU"),
            Map.entry("log_softmax", "LogSoftmax"),
            Map.entry("prelu", "PReLU"),
            Map.entry("rrelu", "RReLU"),
            Map.entry("relu6", "ReLU6"),
            Map.entry("elu", "ELU"),
            Map.entry("selu", "SELU"),
            Map.entry("celu", "CELU"),
            Map.entry("gelu", "GELU"),
            Map.entry("gelu_tanh", "GELU (tanh)"),
            Map.entry("quick_gelu", "QuickGELU"),
            Map.entry("silu", "SiLU"),
            Map.entry("lisht", "LiSHT"),
            Map.entry("glu", "GLU"),
            Map.entry("swiglu", "SwiGLU"),
            Map.entry("geglu", "GEGLU"),
            Map.entry("reglu", "ReGLU"),
            Map.entry("crelu", "CReLU"),
            Map.entry("relu_squared", "ReLU²"),
            Map.entry("entmax15", "1.5-entmax"));

    static ActivationCurve of(Activation activation, Interval range, int points, boolean withSecond) {
        Tensor x = Tensor.linspace(range.low(), range.high(), points).requiresGradient();
        Tensor y = activation.curve(x);
        Tensor dydx = withSecond
                ? y.sum().differentiableGradients().of(x)
                : y.sum().gradients().of(x);
        double[] second = withSecond ? dydx.sum().gradients().of(x).toDoubles() : new double[0];
        double[] values = y.toDoubles();
        return new ActivationCurve(
                activation, x.toDoubles(), values, whereValued(dydx.toDoubles(), values), whereValued(second, values));
    }

    /// A derivative's formula may go on where the function has no value: that of log is 1 / x.
    private static double[] whereValued(double[] slopes, double[] values) {
        for (int i = 0; i < slopes.length; i++) if (Double.isNaN(values[i])) slopes[i] = Double.NaN;
        return slopes;
    }

    /// What has to be said beside the picture; empty of most.
    static String note(Activation activation, Messages messages) {
        return switch (activation.form()) {
            case Pointwise _ -> "";
            case Rowwise _ -> messages.text(activation.isGate() ? "plot.gate" : "plot.row", activation.name());
        };
    }

    Figure figure(Messages messages) {
        String kind = activation.form() instanceof Rowwise ? "row" : "number";
        String row = activation.isGate() ? "(1, x)" : "(x, 0)";
        String function = messages.text("plot.title." + kind + ".function", title(), row);
        String derivative = messages.text("plot.title." + kind + ".derivative", title(), row);
        if (second.length == 0) return Figures.functionAndDerivative(function, derivative, x, y, dydx);
        return Figures.sideBySide(
                List.of(function, derivative, messages.text("plot.title.second", title())),
                List.of(title()),
                x,
                List.of(List.of(y), List.of(dydx), List.of(second)));
    }

    /// Several in the same panels, with a legend.
    static Figure together(List<ActivationCurve> curves, Messages messages) {
        List<String> titles = new ArrayList<>();
        List<List<double[]>> columns = new ArrayList<>();
        titles.add(messages.text("plot.title.functions"));
        columns.add(curves.stream().map(ActivationCurve::y).toList());
        titles.add(messages.text("plot.title.derivatives"));
        columns.add(curves.stream().map(ActivationCurve::dydx).toList());
        if (curves.getFirst().second.length > 0) {
            titles.add(messages.text("plot.title.seconds"));
            columns.add(curves.stream().map(ActivationCurve::second).toList());
        }
        List<String> names = curves.stream().map(ActivationCurve::title).toList();
        return Figures.sideBySide(titles, names, curves.getFirst().x, columns);
    }

    /// The name as it is written in a text, with the values of settings that were chosen.
    private String title() {
        String name = activation.name();
        String title = TITLES.getOrDefault(
                name,
                Arrays.stream(name.split("_"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" ")));
        if (activation.isTyped()) return activation.text();
        boolean usual = activation.settings().equals(Activations.named(name).settings());
        return usual
                ? title
                : title
                        + activation.settings().stream()
                                .map(s -> String.valueOf(s.value()))
                                .collect(Collectors.joining(", ", "(", ")"));
    }
}
