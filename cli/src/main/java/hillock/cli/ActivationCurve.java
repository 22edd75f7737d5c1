package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activations;
import hillock.plot.Figure;
import hillock.plot.Figures;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// An activation and its derivative at evenly spaced points, the derivative taken by reverse mode as in training.
///
/// A function of rows has no curve of one number. Drawn is what it makes of the first of two numbers, the row (x, 0):
/// of softmax that is the probability of one of two classes as its logit grows.
///
/// ```java
/// ActivationCurve.of(Activations.TANH, new Interval(-3, 3), 100).figure(messages).toText(80, 14, false);
/// ```
record ActivationCurve(Activation activation, double[] x, double[] y, double[] dydx) {
    private static final Map<String, String> TITLES =
            Map.of("relu", "ReLU", "leaky_relu", "Leaky ReLU", "log_softmax", "LogSoftmax");

    static ActivationCurve of(Activation activation, Interval range, int points) {
        Tensor x = Tensor.linspace(range.low(), range.high(), points).requiresGradient();
        Tensor y = switch (activation.form()) {
            case Pointwise _ -> activation.apply(x);
            case Rowwise _ -> firstOfTwo(activation, x);
        };
        Tensor dydx = y.sum().gradients().of(x);
        return new ActivationCurve(activation, x.toDoubles(), y.toDoubles(), dydx.toDoubles());
    }

    private static Tensor firstOfTwo(Activation activation, Tensor x) {
        Tensor column = x.unsqueeze(1);
        Tensor rows = Tensor.concat(1, column, column.detach().times(0));
        return activation.apply(rows).slice(1, 0, 1).squeeze(1);
    }

    Figure figure(Messages messages) {
        String kind = activation.form() instanceof Rowwise ? "row" : "number";
        return Figures.functionAndDerivative(
                messages.text("plot.title." + kind + ".function", title()),
                messages.text("plot.title." + kind + ".derivative", title()),
                x,
                y,
                dydx);
    }

    /// The name as it is written in a text, with the values of settings that were chosen.
    private String title() {
        String name = activation.name();
        String title = TITLES.getOrDefault(
                name,
                Arrays.stream(name.split("_"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" ")));
        boolean usual = activation.settings().equals(Activations.named(name).settings());
        return usual
                ? title
                : title
                        + activation.settings().stream()
                                .map(s -> String.valueOf(s.value()))
                                .collect(Collectors.joining(", ", "(", ")"));
    }
}
