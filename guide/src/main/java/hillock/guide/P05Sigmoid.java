package hillock.guide;

import hillock.nn.Activations;
import java.io.IOException;
import java.util.List;

/// Page 5: sigmoid.
///
/// `σ(x) = 1 / (1 + exp(-x))` presses any number into (0, 1), which reads as a probability. Its derivative
/// is `σ(x) (1 - σ(x))`: at most 0.25, at x = 0. Inputs make a difference only in (-6, 6), and work best in
/// (-3, 3); beyond, the curve is flat and a unit hears next to nothing of its errors.
///
/// Backwards through a network, each sigmoid layer multiplies the gradient by its derivative: ten layers leave at most
/// 0.25¹⁰, less than a millionth. So networks with more than a few sigmoid layers stop learning (page 10 measures it).
/// Its outputs are all positive too, not centred on 0. Today: the output unit for two classes, not hidden layers.
///
/// @param graph sigmoid from -20 to 20
/// @param values at -6, -3, 0, 3, 6
/// @param slopes there
public record P05Sigmoid(Graph graph, List<Double> values, List<Double> slopes) implements Page {
    private static final List<Double> AT = List.of(-6.0, -3.0, 0.0, 3.0, 6.0);

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P05Sigmoid measure() {
        return new P05Sigmoid(
                Graph.of(Activations.SIGMOID, -20, 20, 1000),
                AT.stream().map(Activations.SIGMOID::evaluate).toList(),
                AT.stream().map(Activations.SIGMOID::derivative).toList());
    }

    /// The largest factor that so many sigmoid layers can leave of a gradient, apart from their weights.
    double left(int layers) {
        return Math.pow(graph.steepest(), layers);
    }

    @Override
    public String measured(Language language) {
        TextTable values = new TextTable("x", "σ(x)", "σ'(x)");
        for (int i = 0; i < AT.size(); i++) values.row(AT.get(i), this.values.get(i), slopes.get(i));
        TextTable product = new TextTable(
                language.of("sigmoid layers", "sigmoid 层数"), language.of("at most left of the gradient", "梯度最多剩下"));
        for (int layers : List.of(1, 2, 5, 10)) product.row(layers, left(layers));
        return values + "\n" + product;
    }

    @Override
    public List<Picture> pictures(Language language) {
        return List.of(new Picture("05-sigmoid", graph.figure("Sigmoid", language)));
    }
}
