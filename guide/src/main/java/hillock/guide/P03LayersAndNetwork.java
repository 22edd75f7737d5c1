package hillock.guide;

import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Page 3: layers and a network.
///
/// Neurons that see the same inputs stand side by side in a *layer*: their weights are the rows of one matrix, and
/// the whole layer is one matrix product, `y = f(x Wᵀ + b)`. Layers stand one after the other in a *network*: the
/// input layer holds the data, hidden layers work on it, the output layer answers. Signals flow one way, from input to
/// output, and each unit is connected with every unit of the layer before.
///
/// A layer with `in` inputs and `out` units has `in · out` weights and `out` biases. That is all there is to count.
///
/// @param net three inputs, four hidden ReLU units, two softmax outputs
/// @param input one row of numbers
/// @param hidden what the hidden layer makes of it
/// @param output what the output layer makes of that
/// @param whole what the network makes of the input, in one call
public record P03LayersAndNetwork(Sequential net, Tensor input, Tensor hidden, Tensor output, Tensor whole)
        implements Page {
    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P03LayersAndNetwork measure() {
        Rng rng = Rng.of(3);
        Linear first = Linear.of(3, 4, rng);
        Linear second = Linear.of(4, 2, rng);
        Sequential net = Sequential.of(first, Activations.RELU, second, Activations.SOFTMAX);

        Tensor input = Tensor.of(new double[][] {{0.5, -1, 2}});
        Tensor hidden = Activations.RELU.apply(first.apply(input));
        Tensor output = Activations.SOFTMAX.apply(second.apply(hidden));
        return new P03LayersAndNetwork(net, input, hidden, output, net.apply(input));
    }

    @Override
    public String measured(Language language) {
        TextTable signals = new TextTable(
                        language.of("layer", "层"), language.of("shape", "形状"), language.of("values", "数值"))
                .row(language.of("input", "输入层"), input.shape(), values(input))
                .row(language.of("hidden, ReLU", "隐藏层,ReLU"), hidden.shape(), values(hidden))
                .row(language.of("output, softmax", "输出层,softmax"), output.shape(), values(output))
                .row(language.of("the network in one call", "一次调用整个网络"), whole.shape(), values(whole));
        TextTable sizes =
                new TextTable(language.of("parameter", "参数"), language.of("shape", "形状"), language.of("numbers", "个数"));
        Parameters.of(net).forEach((name, p) -> {
            sizes.row("`" + name + "`", p.value().shape(), p.value().shape().size());
        });
        sizes.row(language.of("together", "合计"), "", Parameters.count(net));
        return signals + "\n" + sizes;
    }

    private static String values(Tensor row) {
        return String.join(
                ", ", Arrays.stream(row.toDoubles()).mapToObj(Numbers::text).toList());
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<Panel> panels = List.of(
                bars(language.of("Input", "输入层"), "x", input),
                bars(language.of("Hidden, ReLU", "隐藏层,ReLU"), "h", hidden),
                bars(language.of("Output, softmax", "输出层,softmax"), "y", output));
        return List.of(new Picture("03-layers-and-network", new Figure("", panels, 3, 290, 280)));
    }

    private static Panel bars(String title, String letter, Tensor row) {
        double[] heights = row.toDoubles();
        String[] names = new String[heights.length];
        Arrays.setAll(names, i -> letter + (i + 1));
        return Panel.of(title, "", "", Bars.of("", List.of(names), heights));
    }
}
