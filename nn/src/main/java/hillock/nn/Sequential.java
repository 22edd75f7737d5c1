package hillock.nn;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Modules one after the other: signals flow one way, from input to output.
///
/// ```java
/// Rng rng = Rng.of(1);
/// Sequential net = Sequential.of(Linear.of(2, 8, rng), Activations.RELU, Linear.of(8, 1, rng));
/// ```
public record Sequential(List<Module> layers) implements Module {
    public Sequential {
        layers = List.copyOf(layers);
    }

    public static Sequential of(Module... layers) {
        return new Sequential(List.of(layers));
    }

    /// A multi-layer perceptron: hidden layers of these widths, each with the activation, and a linear output layer.
    ///
    /// @param init draws the weights, for the activation in hidden layers and for none in the output layer
    public static Sequential mlp(int in, List<Integer> hidden, int out, Activation activation, Init init, Rng rng) {
        List<Module> layers = new ArrayList<>();
        int width = in;
        for (int units : hidden) {
            layers.add(Linear.of(width, units, init, activation, rng));
            layers.add(activation.layer(units));
            width = activation.width(units);
        }
        layers.add(Linear.of(width, out, init, Activations.IDENTITY, rng));
        return new Sequential(layers);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = x;
        for (Module layer : layers) y = layer.forward(y, pass);
        return y;
    }
}
