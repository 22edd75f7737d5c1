package hillock.nn;

import hillock.expr.Expr;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.tensor.Tensor;
import java.util.stream.IntStream;

/// An activation one of whose settings training changes, such as the slope of PReLU.
///
/// ```java
/// Module layer = Activation.parse("prelu(init=0.1)").layer();
/// ```
///
/// @param weight the setting, of shape `[1]`, called as in
///     [torch.nn.PReLU](https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html)
public record Learned(Activation activation, Parameter weight) implements Module {
    /// With a parameter that starts at the setting's value.
    static Learned of(Activation activation) {
        double start = activation.settings().get(index(activation)).value();
        return new Learned(activation, Parameter.of(Tensor.of(start)));
    }

    private static int index(Activation activation) {
        int[] learned = IntStream.range(0, activation.settings().size())
                .filter(i -> activation.settings().get(i).learned())
                .toArray();
        if (learned.length != 1 || !(activation.form() instanceof Pointwise)) {
            throw new IllegalArgumentException(activation.name() + " needs one setting that is learned");
        }
        return learned[0];
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Pointwise form = (Pointwise) activation.form();
        Expr formula = form.formula().replace(Expr.param(index(activation)), Expr.input(1));
        var settings = activation.settings().stream().map(Setting::value).toList();
        return Tensor.pointwise(formula, settings, x, weight.value());
    }
}
