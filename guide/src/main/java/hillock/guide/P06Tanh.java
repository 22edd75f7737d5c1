package hillock.guide;

import hillock.data.Dataset;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.plot.Rule;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Page 6: tanh.
///
/// `tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))` is a sigmoid stretched to (-1, 1): `tanh(x) = 2σ(2x) - 1`. It is
/// symmetric about the origin, so what a layer hands on is centred on 0, and its derivative reaches 1 instead of 0.25.
/// Both make it converge faster than sigmoid. Beyond ±3 it is flat all the same, and gradients vanish there.
///
/// The race: the same network with two hidden layers of 16 units learns a sine, from five seeds, with tanh and with
/// sigmoid; counted are the epochs until the mean squared error is at most 0.01.
///
/// @param graph tanh from -20 to 20
/// @param tanh the losses of each epoch until the goal is reached, one list for each seed
/// @param sigmoid likewise
public record P06Tanh(Graph graph, List<List<Double>> tanh, List<List<Double>> sigmoid) implements Page {
    static final double GOAL = 0.01;
    private static final int SEEDS = 5;
    private static final int EPOCHS = 3000;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P06Tanh measure() {
        List<List<Double>> tanh = new ArrayList<>();
        List<List<Double>> sigmoid = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            tanh.add(losses(Activations.TANH, seed));
            sigmoid.add(losses(Activations.SIGMOID, seed));
        }
        return new P06Tanh(Graph.of(Activations.TANH, -20, 20, 1000), tanh, sigmoid);
    }

    private static List<Double> losses(Activation activation, long seed) {
        Tensor x = Tensor.linspace(-3, 3, 64).unsqueeze(1);
        Dataset sine = new Dataset(x, x.map(Expr::sin));
        Rng rng = Rng.of(seed);
        Sequential net = Sequential.mlp(1, List.of(16, 16), 1, activation, Init.XAVIER_UNIFORM, rng);
        List<Double> losses = new ArrayList<>();
        Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.01)))
                .epochs(EPOCHS)
                .batch(64)
                .stopWhen(() -> !losses.isEmpty() && losses.getLast() <= GOAL)
                .train(net, sine, rng, event -> {
                    if (event instanceof Event.EpochDone epoch) losses.add(epoch.trainLoss());
                });
        return losses;
    }

    /// The first epoch with a loss of at most [#GOAL].
    static int epochsToGoal(List<Double> losses) {
        for (int i = 0; i < losses.size(); i++) if (losses.get(i) <= GOAL) return i + 1;
        throw new IllegalStateException("the loss did not fall to " + GOAL + " in " + losses.size() + " epochs");
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("seed", "种子"),
                language.of("tanh: epochs to 0.01", "tanh:降到 0.01 的轮数"),
                language.of("sigmoid: epochs to 0.01", "sigmoid:降到 0.01 的轮数"),
                language.of("ratio", "倍数"));
        for (int i = 0; i < SEEDS; i++) {
            int fast = epochsToGoal(tanh.get(i));
            int slow = epochsToGoal(sigmoid.get(i));
            table.row(i + 1, fast, slow, (double) slow / fast);
        }
        return table.toString();
    }

    @Override
    public List<Picture> pictures(Language language) {
        Panel race = Panel.of(
                        language.of("The same network, two activations", "同一个网络,两种激活函数"),
                        language.of("epoch", "轮次"),
                        language.of("loss", "损失"),
                        Curves.losses("tanh", tanh.getFirst()),
                        Curves.losses("sigmoid", sigmoid.getFirst()),
                        Rule.horizontal("", GOAL))
                .withLogY(true);
        return List.of(
                new Picture("06-tanh", graph.figure("Tanh", language)),
                new Picture("06-tanh-race", Figure.of("", race).withPanelSize(560, 340)));
    }
}
