package hillock.guide;

import hillock.data.Dataset;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Page 7: ReLU, and how its units die.
///
/// `relu(x) = max(x, 0)`: cheap, and for x > 0 its derivative is exactly 1, so a gradient passes through any number of
/// layers whole. It is the first choice for hidden layers. For x < 0 its derivative is 0, and that is its weakness: a
/// unit whose sum is negative for every row puts out 0, gets no gradient, and never changes again. It is *dead*.
///
/// Units die of a bad start (large negative biases) or of steps that are too long. Both are done here to a
/// network with two hidden layers of 32 units that is to learn `sin(x1) + sin(x2)`; then its dead units are
/// counted, and those of the same network with leaky ReLU. A few dead units are normal and do no harm; half
/// of them are a warning.
///
/// @param graph ReLU from -20 to 20
/// @param cases every treatment of every network
public record P07ReluAndDeath(Graph graph, List<Case> cases) implements Page {
    private static final int SEEDS = 3;

    /// What is done to a network.
    public enum Treatment {
        /// He initialisation, Adam's learning rate 0.01: as it should be.
        GOOD,
        /// All hidden biases start at -5.
        BAD_BIASES,
        /// A learning rate of 0.3, thirty times too high.
        LONG_STEPS
    }

    /// A network after 300 epochs.
    ///
    /// @param units dead and all, on the training rows
    /// @param loss of the best epoch
    public record Case(Treatment treatment, Activation activation, long seed, Units units, double loss) {}

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P07ReluAndDeath measure() {
        List<Case> cases = new ArrayList<>();
        for (Treatment treatment : Treatment.values()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                cases.add(treat(treatment, Activations.RELU, seed));
                cases.add(treat(treatment, Activations.LEAKY_RELU, seed));
            }
        }
        return new P07ReluAndDeath(Graph.of(Activations.RELU, -20, 20, 1000), cases);
    }

    /// `sin(x1) + sin(x2)` on a grid of 12 x 12 points of [-3, 3]².
    static Dataset waves() {
        Tensor side = Tensor.linspace(-3, 3, 12);
        Tensor x1 = side.expand(12, 12).reshape(144);
        Tensor x2 = side.unsqueeze(1).expand(12, 12).reshape(144);
        Tensor x = Tensor.stack(1, x1, x2);
        return new Dataset(x, x.map(Expr::sin).sumKeepingDims(1));
    }

    /// Sets the bias of every hidden layer, which is all but the last.
    static void setHiddenBiases(Sequential net, double bias) {
        for (var module : net.layers().subList(0, net.layers().size() - 1)) {
            if (module instanceof Linear layer) layer.bias().set(Tensor.full(bias, layer.out()));
        }
    }

    private static Case treat(Treatment treatment, Activation activation, long seed) {
        Rng rng = Rng.of(seed);
        Sequential net = Sequential.mlp(2, List.of(32, 32), 1, activation, Init.HE_UNIFORM, rng);
        if (treatment == Treatment.BAD_BIASES) setHiddenBiases(net, -5);
        double rate = treatment == Treatment.LONG_STEPS ? 0.3 : 0.01;

        Dataset data = waves();
        Trainer trainer = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", rate)))
                .epochs(300)
                .batch(144);
        double loss = trainer.train(net, data, rng, event -> {}).finished().bestLoss();
        return new Case(treatment, activation, seed, Units.of(net, data.x()), loss);
    }

    List<Case> cases(Treatment treatment, Activation activation) {
        return cases.stream()
                .filter(c -> c.treatment() == treatment && c.activation().equals(activation))
                .toList();
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("treatment", "做法"),
                language.of("activation", "激活函数"),
                language.of("dead units of 64, per seed", "64 个单元中死亡的(每个种子)"),
                language.of("loss, per seed", "损失(每个种子)"));
        for (Treatment treatment : Treatment.values()) {
            for (Activation activation : List.of(Activations.RELU, Activations.LEAKY_RELU)) {
                List<Case> chosen = cases(treatment, activation);
                table.row(
                        name(treatment, language),
                        activation.name(),
                        String.join(
                                ", ",
                                chosen.stream().map(c -> "" + c.units().dead()).toList()),
                        String.join(
                                ", ",
                                chosen.stream().map(c -> Numbers.text(c.loss())).toList()));
            }
        }
        return table.toString();
    }

    private static String name(Treatment treatment, Language language) {
        return switch (treatment) {
            case GOOD -> language.of("as it should be", "正常");
            case BAD_BIASES -> language.of("biases at -5", "偏置为 -5");
            case LONG_STEPS -> language.of("steps too long", "步长过大");
        };
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<Treatment> treatments = List.of(Treatment.values());
        List<String> labels = treatments.stream().map(t -> name(t, language)).toList();
        List<Panel> panels = new ArrayList<>();
        for (Activation activation : List.of(Activations.RELU, Activations.LEAKY_RELU)) {
            double[] dead = treatments.stream()
                    .mapToDouble(t -> meanDead(t, activation))
                    .toArray();
            String title = activation.name() + language.of(": dead units of 64", ":64 个单元中死亡的");
            panels.add(Panel.of(title, "", "", Bars.of("", labels, dead)).withYRange(0, 64));
        }
        Figure counts = Figure.of("", panels.get(0), panels.get(1)).withPanelSize(420, 300);
        return List.of(
                new Picture("07-relu", graph.figure("ReLU", language)), new Picture("07-relu-dead-units", counts));
    }

    private double meanDead(Treatment treatment, Activation activation) {
        return cases(treatment, activation).stream()
                .mapToInt(c -> c.units().dead())
                .average()
                .orElseThrow();
    }
}
