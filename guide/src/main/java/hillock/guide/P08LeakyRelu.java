package hillock.guide;

import hillock.data.Dataset;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.tensor.Rng;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Page 8: leaky ReLU.
///
/// `leaky_relu(x) = x` for x > 0, else `slope · x`, with a slope of 0.01 unless you choose another. For x < 0 a little
/// gradient is left, and a little is enough: no unit is ever dead, and one that starts on the wrong side finds back.
///
/// Shown on the bad start of page 7 (all hidden biases at -5): the ReLU network never leaves the loss of
/// the best constant; leaky ReLU networks with slopes of 0.01, 0.1 and 0.2 learn from the very same start.
/// When units of your ReLU network do not die, the two learn alike: ReLU first, leaky ReLU when it is
/// needed.
///
/// @param graph leaky ReLU with a slope of 0.1, which is large enough to see, from -20 to 20
/// @param runs from the bad start, by slope; slope 0 is ReLU
public record P08LeakyRelu(Graph graph, List<Run> runs) implements Page {
    private static final int SEEDS = 3;

    /// Training from the bad start.
    ///
    /// @param losses of each epoch
    public record Run(double slope, long seed, List<Double> losses) {
        /// The lowest loss.
        double best() {
            return losses.stream().mapToDouble(d -> d).min().orElseThrow();
        }
    }

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P08LeakyRelu measure() {
        List<Run> runs = new ArrayList<>();
        for (double slope : new double[] {0, 0.01, 0.1, 0.2}) {
            Activation leaky = Activations.LEAKY_RELU.with(Map.of("negative_slope", slope));
            Activation activation = slope == 0 ? Activations.RELU : leaky;
            for (int seed = 1; seed <= SEEDS; seed++) runs.add(fromBadStart(activation, slope, seed));
        }
        Activation visible = Activation.parse("leaky_relu(negative_slope=0.1)");
        return new P08LeakyRelu(Graph.of(visible, -20, 20, 1000), runs);
    }

    private static Run fromBadStart(Activation activation, double slope, long seed) {
        Dataset waves = P07ReluAndDeath.waves();
        Rng rng = Rng.of(seed);
        Sequential net = Sequential.mlp(2, List.of(32, 32), 1, activation, Init.HE_UNIFORM, rng);
        P07ReluAndDeath.setHiddenBiases(net, -5);
        List<Double> losses = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.01)))
                .epochs(400)
                .batch(144)
                .train(net, waves, rng, event -> {})
                .epochs()
                .stream()
                .map(Event.EpochDone::trainLoss)
                .toList();
        return new Run(slope, seed, losses);
    }

    List<Run> runs(double slope) {
        return runs.stream().filter(r -> r.slope() == slope).toList();
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("slope for x < 0", "x < 0 时的斜率"), language.of("lowest loss, per seed", "最低损失(每个种子)"));
        for (double slope : new double[] {0, 0.01, 0.1, 0.2}) {
            String name = slope == 0 ? "0 (ReLU)" : Numbers.text(slope);
            List<String> losses =
                    runs(slope).stream().map(r -> Numbers.text(r.best())).toList();
            table.row(name, String.join(", ", losses));
        }
        return table.toString();
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<Line> lines = runs.stream()
                .filter(r -> r.seed() == 1)
                .map(r -> Curves.losses(r.slope() == 0 ? "ReLU" : "leaky " + Numbers.text(r.slope()), r.losses()))
                .toList();
        Panel recovery = Panel.of(
                        language.of("From biases of -5", "偏置从 -5 开始"),
                        language.of("epoch", "轮次"),
                        language.of("loss", "损失"),
                        lines)
                .withLogY(true);
        return List.of(
                new Picture("08-leaky-relu", graph.figure("Leaky ReLU (0.1)", language)),
                new Picture("08-leaky-relu-recovery", Figure.of("", recovery).withPanelSize(560, 340)));
    }
}
