package hillock.guide;

import hillock.data.Dataset;
import hillock.data.Example;
import hillock.data.Table;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Page 12: choosing an activation.
///
/// | where | take |
/// |---|---|
/// | hidden layers | ReLU first; leaky ReLU when units die; tanh in small or smooth networks; not sigmoid |
/// | output, two classes | sigmoid, one unit ([Loss#BCE_WITH_LOGITS] contains it) |
/// | output, many classes | softmax, a unit each ([Loss#CROSS_ENTROPY] contains it) |
/// | output, a number | identity |
///
/// The rule for hidden layers is measured on two tasks, for networks with six hidden layers of 16 units: three arms of
/// a spiral to tell apart (softmax) and a sine to follow (identity). All get the same seeds, the same steps, and the
/// initialisation that suits them. The rule for the output is measured too: the sine once more, with a sigmoid at the
/// end, which cannot put out anything below 0.
///
/// @param trials every hidden activation on every task, for every seed
/// @param identityOutput R² on the sine with identity at the end
/// @param sigmoidOutput R² on the sine with sigmoid at the end
public record P12ChoosingActivation(List<Trial> trials, double identityOutput, double sigmoidOutput) implements Page {
    static final List<Activation> HIDDEN =
            List.of(Activations.RELU, Activations.LEAKY_RELU, Activations.TANH, Activations.SIGMOID);
    private static final int SEEDS = 3;
    private static final int DEPTH = 6;

    /// The two tasks.
    public enum Task {
        SPIRAL,
        SINE
    }

    /// A trained network.
    ///
    /// @param score accuracy on the spiral, R² on the sine
    /// @param losses of each epoch
    public record Trial(Task task, Activation hidden, long seed, double score, List<Double> losses) {}

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P12ChoosingActivation measure() {
        List<Trial> trials = new ArrayList<>();
        for (Activation hidden : HIDDEN) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                trials.add(spiral(hidden, seed));
                trials.add(sine(hidden, seed));
            }
        }
        return new P12ChoosingActivation(trials, outputScore(Activations.IDENTITY), outputScore(Activations.SIGMOID));
    }

    private static Sequential net(int in, int out, Activation hidden, Rng rng) {
        return Sequential.mlp(in, Collections.nCopies(DEPTH, 16), out, hidden, Init.suitedTo(hidden), rng);
    }

    private static History train(Sequential net, Loss loss, Dataset data, Rng rng) {
        Trainer trainer = Trainer.of(loss)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.005)))
                .epochs(100)
                .batch(50);
        return trainer.train(net, data, rng, event -> {});
    }

    private static List<Double> losses(History history) {
        return history.epochs().stream().map(Event.EpochDone::trainLoss).toList();
    }

    /// Three classes: three outputs, and softmax inside the loss.
    private static Trial spiral(Activation hidden, long seed) {
        Dataset data = classes(Example.named("spiral3").table(Rng.of(12), 300));
        Rng rng = Rng.of(seed);
        Sequential net = net(2, 3, hidden, rng);
        History history = train(net, Loss.CROSS_ENTROPY, data, rng);
        double[] answers = net.apply(data.x()).argmax(1).toDoubles();
        double[] labels = data.y().toDoubles();
        int right = 0;
        for (int i = 0; i < labels.length; i++) if (answers[i] == labels[i]) right++;
        return new Trial(Task.SPIRAL, hidden, seed, (double) right / labels.length, losses(history));
    }

    /// A number: one output, and no activation behind it.
    private static Trial sine(Activation hidden, long seed) {
        Dataset data = waves();
        Rng rng = Rng.of(seed);
        Sequential net = net(1, 1, hidden, rng);
        History history = train(net, Loss.MSE, data, rng);
        return new Trial(Task.SINE, hidden, seed, r2(net.apply(data.x()), data.y()), losses(history));
    }

    /// R² of a small ReLU network on the sine with this activation behind the output.
    private static double outputScore(Activation output) {
        Dataset data = waves();
        Rng rng = Rng.of(1);
        Sequential body = Sequential.mlp(1, List.of(16, 16), 1, Activations.RELU, Init.HE_UNIFORM, rng);
        Sequential net = Sequential.of(body, output);
        train(net, Loss.MSE, data, rng);
        return r2(net.apply(data.x()), data.y());
    }

    /// Two full waves, x scaled to [-2, 2].
    private static Dataset waves() {
        Tensor x = Tensor.linspace(-2, 2, 300).unsqueeze(1);
        return new Dataset(x, x.times(Math.PI).map(Expr::sin));
    }

    private static Dataset classes(Table table) {
        double[][] x = new double[table.rows()][2];
        double[] y = new double[table.rows()];
        List<String> names = List.of("red", "blue", "green");
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < 2; j++) {
                x[i][j] = 2 * Double.parseDouble(table.columns().get(j).cells().get(i));
            }
            y[i] = names.indexOf(table.columns().get(2).cells().get(i));
        }
        return new Dataset(Tensor.of(x), Tensor.of(y));
    }

    private static double r2(Tensor predicted, Tensor actual) {
        Tensor centred = actual.minus(actual.mean());
        return 1
                - Loss.MSE.apply(predicted, actual).item()
                        / centred.times(centred).mean().item();
    }

    /// The scores of a hidden activation on a task, by seed.
    List<Double> scores(Task task, Activation hidden) {
        return trials.stream()
                .filter(t -> t.task() == task && t.hidden().equals(hidden))
                .map(Trial::score)
                .toList();
    }

    @Override
    public String measured(Language language) {
        TextTable table = new TextTable(
                language.of("hidden activation", "隐藏层激活函数"),
                language.of("spiral: accuracy, per seed", "螺旋:准确率(每个种子)"),
                language.of("sine: R², per seed", "正弦:R²(每个种子)"));
        for (Activation hidden : HIDDEN) {
            table.row(hidden.name(), joined(scores(Task.SPIRAL, hidden)), joined(scores(Task.SINE, hidden)));
        }
        TextTable output = new TextTable(
                        language.of("output activation for the sine", "正弦任务的输出激活函数"), language.of("R²", "R²"))
                .row("identity", identityOutput)
                .row("sigmoid", sigmoidOutput);
        return table + "\n" + output;
    }

    private static String joined(List<Double> scores) {
        return String.join(", ", scores.stream().map(Numbers::text).toList());
    }

    @Override
    public List<Picture> pictures(Language language) {
        Figure figure = Figure.of(
                "",
                curves(Task.SPIRAL, language.of("Three arms of a spiral", "三臂螺旋"), language),
                curves(Task.SINE, language.of("Two waves of a sine", "两个周期的正弦"), language));
        return List.of(new Picture("12-choosing-activation", figure.withPanelSize(440, 340)));
    }

    private Panel curves(Task task, String title, Language language) {
        return Panel.of(
                        title,
                        language.of("epoch", "轮次"),
                        language.of("loss", "损失"),
                        trials.stream()
                                .filter(t -> t.task() == task && t.seed() == 1)
                                .map(t -> Curves.losses(t.hidden().name(), t.losses()))
                                .toList())
                .withLogY(true);
    }
}
