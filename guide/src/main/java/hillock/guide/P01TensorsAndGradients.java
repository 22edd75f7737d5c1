package hillock.guide;

import hillock.nn.Activations;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.List;

/// Page 1: PyTorch's snippets, line by line.
///
/// A *tensor* is a block of numbers with a shape. What makes it more than an array is that it remembers how it was
/// computed: ask one number at the end for its gradients, and you are told how each number at the beginning moved it.
/// Everything a network learns comes from that.
///
/// Each line of PyTorch stands as a comment above its line of Java. Three things differ, on purpose:
/// - Gradients are a value that is returned, `gradients.of(x)`, not a field `x.grad`: nothing to set to zero.
/// - `requiresGradient()` gives a new tensor and leaves the old one alone, as every method does.
/// - Tensors are plain objects for the garbage collector: nothing to close.
///
/// @param product a matrix product of `[2, 3]` and `[3, 2]`
/// @param x 1000 points from -20 to 20
/// @param y sigmoid at each
/// @param slope its derivative, by autograd
public record P01TensorsAndGradients(Tensor product, Tensor x, Tensor y, Tensor slope) implements Page {
    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P01TensorsAndGradients measure() {
        // a = torch.tensor([[1., 2., 3.], [4., 5., 6.]])
        Tensor a = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        // b = torch.ones(3, 2) * 2 + 1
        Tensor b = Tensor.ones(3, 2).times(2).plus(1);
        // product = a @ b
        Tensor product = a.matmul(b);

        // x = torch.linspace(-20, 20, 1000, requires_grad=True)
        Tensor x = Tensor.linspace(-20, 20, 1000).requiresGradient();
        // y = torch.sigmoid(x)
        Tensor y = Activations.SIGMOID.apply(x);
        // y.sum().backward()
        var gradients = y.sum().gradients();
        // x.grad
        Tensor slope = gradients.of(x);
        // x.detach(), y.detach()
        return new P01TensorsAndGradients(product, x.detach(), y.detach(), slope);
    }

    /// The largest difference between autograd's derivative and the formula `y (1 - y)`.
    double error() {
        return Numbers.largest(slope.minus(y.minus(y.times(y))));
    }

    @Override
    public String measured(Language language) {
        return new TextTable(language.of("expression", "表达式"), language.of("value", "值"))
                .row("`product`", product)
                .row("`x.shape()`", x.shape())
                .row("`slope.shape()`", slope.shape())
                .row("`slope.max()`", slope.max().item())
                .row(language.of("largest error against y (1 - y)", "与 y (1 - y) 的最大误差"), error())
                .toString();
    }

    /// ```python
    /// _, axes = plt.subplots(1, 2)
    /// axes[0].plot(x.detach(), y.detach());  axes[0].grid();  axes[0].set_title('Sigmoid 函数值')
    /// axes[1].plot(x.detach(), x.grad);      axes[1].grid();  axes[1].set_title('Sigmoid 导数值')
    /// ```
    @Override
    public List<Picture> pictures(Language language) {
        Figure figure = Figure.of(
                "",
                Panel.of("Sigmoid 函数值", "x", "", Line.of("", x.toDoubles(), y.toDoubles())),
                Panel.of("Sigmoid 导数值", "x", "", Line.of("", x.toDoubles(), slope.toDoubles())));
        return List.of(new Picture("01-tensors-and-gradients", figure.withPanelSize(420, 320)));
    }
}
