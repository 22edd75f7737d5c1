package hillock.guide;

import hillock.nn.Activation;
import hillock.plot.Figure;
import hillock.plot.Figures;
import hillock.tensor.Tensor;

/// An activation and its derivative, computed by autograd at evenly spaced points.
///
/// ```java
/// Graph sigmoid = Graph.of(Activations.SIGMOID, -20, 20, 1000);
/// sigmoid.steepest();   // 0.25
/// ```
///
/// @param slope the derivative of `y` at each `x`
public record Graph(Tensor x, Tensor y, Tensor slope) {
    /// `f` and its derivative at `count` points from `first` to `last`.
    public static Graph of(Activation f, double first, double last, int count) {
        Tensor x = Tensor.linspace(first, last, count).requiresGradient();
        Tensor y = f.apply(x);
        // Each y depends on its own x alone, so the gradient of the sum holds every single derivative.
        Tensor slope = y.sum().gradients().of(x);
        return new Graph(x.detach(), y.detach(), slope);
    }

    /// The largest derivative.
    public double steepest() {
        return slope.max().item();
    }

    /// The function and its derivative side by side, titled as in the tutorial.
    Figure figure(String name, Language language) {
        return Figures.functionAndDerivative(
                        name + language.of(" value", " 函数值"),
                        name + language.of(" derivative", " 导数值"),
                        x.toDoubles(),
                        y.toDoubles(),
                        slope.toDoubles())
                .withPanelSize(420, 320);
    }
}
