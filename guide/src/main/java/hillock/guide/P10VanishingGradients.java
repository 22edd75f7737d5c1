package hillock.guide;

import hillock.data.Dataset;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Sequential;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.tensor.Gradients;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Page 10: vanishing gradients.
///
/// On its way back from the loss to the first layer, a gradient is multiplied in every layer by weights and by the
/// derivative of the activation. Sigmoid's is at most 0.25, so after ten layers nearly nothing is left: the first
/// layers of a deep sigmoid network stay as they were drawn, and what they hand on is noise. ReLU's derivative is 1
/// wherever a unit is active, and with He initialisation the gradient arrives at full size.
///
/// Measured: the norm of the gradient of each layer's weights, in fresh networks with ten hidden layers of 32 units,
/// each initialised as suits its activation.
///
/// @param sigmoid the norm by layer, first to last, one list for each seed
/// @param tanh likewise
/// @param relu likewise
public record P10VanishingGradients(List<List<Double>> sigmoid, List<List<Double>> tanh, List<List<Double>> relu)
        implements Page {
    private static final int SEEDS = 5;
    private static final int HIDDEN = 10;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P10VanishingGradients measure() {
        return new P10VanishingGradients(norms(Activations.SIGMOID), norms(Activations.TANH), norms(Activations.RELU));
    }

    private static List<List<Double>> norms(Activation activation) {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> norms(activation, seed))
                .toList();
    }

    private static List<Double> norms(Activation activation, long seed) {
        Rng rng = Rng.of(seed);
        Tensor x = Tensor.normal(rng, 128, 2);
        Dataset data = new Dataset(x, x.map(Expr::sin).sumKeepingDims(1));
        List<Integer> hidden = Collections.nCopies(HIDDEN, 32);
        Sequential net = Sequential.mlp(2, hidden, 1, activation, Init.suitedTo(activation), rng);

        Gradients gradients = Loss.MSE.apply(net.apply(data.x()), data.y()).gradients();
        List<Double> norms = new ArrayList<>();
        for (Module module : net.layers()) {
            if (module instanceof Linear layer) {
                Tensor g = gradients.of(layer.weight().value());
                norms.add(Math.sqrt(g.times(g).sum().item()));
            }
        }
        return norms;
    }

    /// The first layer's share of the last layer's gradient: the median over the seeds.
    static double share(List<List<Double>> norms) {
        return Numbers.median(
                norms.stream().map(n -> n.getFirst() / n.getLast()).toList());
    }

    private static double medianAt(List<List<Double>> norms, int layer) {
        return Numbers.median(norms.stream().map(n -> n.get(layer)).toList());
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(language.of("layer", "层"), "sigmoid", "tanh", "ReLU");
        for (int i = 0; i <= HIDDEN; i++) {
            table.row(layerName(i, language), medianAt(sigmoid, i), medianAt(tanh, i), medianAt(relu, i));
        }
        return table.row(language.of("first / last", "首层 / 末层"), share(sigmoid), share(tanh), share(relu))
                .toString();
    }

    private static String layerName(int i, Language language) {
        return i == HIDDEN ? language.of("output", "输出层") : Integer.toString(i + 1);
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<Panel> panels =
                List.of(bars("sigmoid", sigmoid, language), bars("tanh", tanh, language), bars("ReLU", relu, language));
        String title = language.of("Gradient of each layer, in powers of ten", "各层梯度的大小(10 的幂次)");
        return List.of(new Picture("10-vanishing-gradients", new Figure(title, panels, 3, 330, 320)));
    }

    /// A bar for each layer, from 10⁰ = 1 up or down: -6 is a millionth.
    private static Panel bars(String name, List<List<Double>> norms, Language language) {
        List<String> labels =
                IntStream.rangeClosed(1, HIDDEN + 1).mapToObj(Integer::toString).toList();
        double[] powers = IntStream.rangeClosed(0, HIDDEN)
                .mapToDouble(i -> StrictMath.log10(medianAt(norms, i)))
                .toArray();
        return Panel.of(name, language.of("layer", "层"), "", Bars.of("", labels, powers))
                .withYRange(-7, 2);
    }
}
