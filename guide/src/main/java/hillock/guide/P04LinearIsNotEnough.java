package hillock.guide;

import hillock.data.Dataset;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Parameter;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Page 4: linear is not enough.
///
/// Two linear layers in a row are one linear layer: `(x W₁ᵀ + b₁) W₂ᵀ + b₂ = x (W₂W₁)ᵀ + (W₂b₁ + b₂)`. However many are
/// stacked, what comes out is a straight line, a plane, a flat cut. A non-linear activation between them breaks the
/// chain, and only then does depth mean anything.
///
/// The smallest task that shows it is xor: true if exactly one input is. No straight line parts its two classes. The
/// same network is trained on it with `identity` between the layers and with `relu`, from several seeds: the linear one
/// never gets more than three of the four right, and its loss stays at ln 2 = 0.693, that of a coin.
///
/// @param collapseError the largest difference between two linear layers and the one that equals them
/// @param linear trained with identity, one for each seed
/// @param relu trained with ReLU, one for each seed
public record P04LinearIsNotEnough(double collapseError, List<Solution> linear, List<Solution> relu) implements Page {
    private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[] XOR = {0, 1, 1, 0};
    private static final int SEEDS = 5;

    /// A trained network.
    ///
    /// @param loss of its best epoch
    /// @param right how many of the four rows it answers rightly
    public record Solution(Sequential net, double loss, int right) {}

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P04LinearIsNotEnough measure() {
        List<Solution> linear = new ArrayList<>();
        List<Solution> relu = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            linear.add(solveXor(Activations.IDENTITY, seed));
            relu.add(solveXor(Activations.RELU, seed));
        }
        return new P04LinearIsNotEnough(compareCollapsed(), linear, relu);
    }

    /// Two linear layers against the single one with `W = W₂W₁` and `b = W₂b₁ + b₂`, on 100 random rows.
    private static double compareCollapsed() {
        Rng rng = Rng.of(4);
        Linear first = Linear.of(3, 8, rng);
        Linear second = Linear.of(8, 2, rng);
        Tensor w1 = first.weight().value();
        Tensor w2 = second.weight().value();
        Tensor bias = w2.matmul(first.bias().value()).plus(second.bias().value());
        Linear one = new Linear(Parameter.of(w2.matmul(w1)), Parameter.of(bias));

        Tensor x = Tensor.normal(rng, 100, 3);
        return Numbers.largest(second.apply(first.apply(x)).minus(one.apply(x)));
    }

    private static Solution solveXor(Activation activation, long seed) {
        Dataset xor = new Dataset(Tensor.of(INPUTS), Tensor.of(XOR).unsqueeze(1));
        Rng rng = Rng.of(seed);
        Sequential net = Sequential.mlp(2, List.of(16), 1, activation, Init.suitedTo(activation), rng);
        Trainer trainer = Trainer.of(Loss.BCE_WITH_LOGITS)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.05)))
                .epochs(300)
                .batch(4);
        double loss = trainer.train(net, xor, rng, event -> {}).finished().bestLoss();
        return new Solution(net, loss, right(net.apply(xor.x())));
    }

    /// A logit above 0 is a probability above one half: class 1.
    private static int right(Tensor logits) {
        double[] z = logits.toDoubles();
        int right = 0;
        for (int i = 0; i < z.length; i++) if (z[i] > 0 == XOR[i] > 0) right++;
        return right;
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("seed", "种子"),
                language.of("identity: loss", "恒等:损失"),
                language.of("right", "答对"),
                language.of("ReLU: loss", "ReLU:损失"),
                language.of("right", "答对"));
        for (int i = 0; i < SEEDS; i++) {
            Solution a = linear.get(i);
            Solution b = relu.get(i);
            table.row(i + 1, a.loss(), a.right() + " / 4", b.loss(), b.right() + " / 4");
        }
        String collapse = language.of(
                "Two linear layers against the one that equals them: largest difference ", "两个线性层与等价的单个线性层之间的最大差:");
        return table + "\n" + collapse + Numbers.text(collapseError) + language.of(".", "。") + "\n";
    }

    @Override
    public List<Picture> pictures(Language language) {
        Figure figure = Figure.of(
                "",
                Plane.panel(
                        language.of("xor, linear", "异或:线性网络"), linear.getFirst().net(), INPUTS, XOR, -0.5, 1.5),
                Plane.panel(
                        language.of("xor, ReLU", "异或:ReLU 网络"), relu.getFirst().net(), INPUTS, XOR, -0.5, 1.5));
        return List.of(new Picture("04-linear-is-not-enough", figure.withPanelSize(400, 380)));
    }
}
