package hillock.nn;

import hillock.expr.Expr;
import hillock.nn.Activation.Pointwise;
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
        return Tensor.pointwise(formula(), x, weight.value());
    }

    /// The formula of input 0 and the learned setting as input 1; the other settings are filled in.
    Expr formula() {
        Expr formula = ((Pointwise) activation.form()).formula();
        for (int i = 0; i < activation.settings().size(); i++) {
            Expr value = i == index(activation)
                    ? Expr.input(1)
                    : Expr.constant(activation.settings().get(i).value());
            formula = formula.replace(Expr.param(i), value);
        }
        return formula;
    }
}
