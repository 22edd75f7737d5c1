package hillock.nn;

import hillock.data.BadInput;
import hillock.expr.Expr;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// An activation one of whose settings training changes, such as the slope of PReLU: one number for all inputs, or one
/// for each channel, which is dimension 1 of `[n, channels, …]`.
///
/// ```java
/// Module shared = Activation.parse("prelu(init=0.1)").layer();
/// Module own = Activation.parse("prelu(num_parameters=64)").layer();      // after a layer of 64 units
/// ```
///
/// @param weight the setting, of shape `[1]` or `[channels]`, called as in
///     [torch.nn.PReLU](https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html)
public record Learned(Activation activation, Parameter weight) implements Module {
    /// With a parameter that starts at the setting's value, once for each of the activation's `num_parameters`.
    static Learned of(Activation activation) {
        double start = activation.settings().get(index(activation)).value();
        double count = activation.settings().stream()
                .filter(s -> s.name().equals("num_parameters"))
                .findFirst()
                .map(Setting::value)
                .orElse(1.0);
        if (count < 1 || count > Short.MAX_VALUE) {
            throw new BadInput(activation.name() + " cannot learn " + (long) count
                    + " numbers: num_parameters is 1, or the" + " units of the layer before it.");
        }
        double[] starts = new double[(int) count];
        Arrays.fill(starts, start);
        return new Learned(activation, Parameter.of(Tensor.of(starts)));
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

    /// How many numbers are learned.
    int channels() {
        return weight.value().shape().size();
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Tensor.pointwise(formula(), x, alongChannels(x));
    }

    private Tensor alongChannels(Tensor x) {
        int channels = channels();
        if (channels == 1) return weight.value();
        int rank = x.shape().rank();
        if (rank < 2 || x.shape().dim(1) != channels) {
            throw new IllegalArgumentException(activation.name() + " with " + channels
                    + " learned numbers needs input [n, " + channels + ", …], not " + x.shape());
        }
        if (rank == 2) return weight.value();
        int[] dims = new int[rank - 1];
        Arrays.fill(dims, 1);
        dims[0] = channels;
        return weight.value().reshape(dims);
    }

    /// The formula of input 0 and the learned setting as input 1; the other settings are filled in.
    Expr formula() {
        List<Setting> settings = activation.settings();
        Expr formula = ((Pointwise) activation.form()).formula();
        for (int i = 0; i < settings.size(); i++) {
            Expr value = i == index(activation)
                    ? Expr.input(1)
                    : Expr.constant(settings.get(i).value());
            formula = formula.replace(Expr.param(i), value);
        }
        return formula;
    }
}
