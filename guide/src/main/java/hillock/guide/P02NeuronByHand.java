package hillock.guide;

import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Parameter;
import hillock.plot.Figure;
import hillock.plot.Panel;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.List;

/// Page 2: a neuron by hand.
///
/// An artificial neuron does two things. It *sums*: each input times its weight, plus a bias,
/// `z = w₁x₁ + w₂x₂ + … + b`. Then it *activates*: `y = f(z)`, here with the sigmoid, so that y lies between 0 and 1.
///
/// It learns by small steps against its error. For a sigmoid neuron with target t and the cross-entropy loss, the
/// slope of the loss in z is simply `y - t`; in weight i it is `(y - t) xᵢ`, in the bias `y - t`. Each weight moves a
/// little the other way. That is all of gradient descent, and what autograd works out for any network.
///
/// @param z the weighted sum of the first neuron, by a loop
/// @param y its output, by a loop
/// @param library the same output from [Linear] and an [hillock.nn.Activation]
/// @param gradientError the largest difference between the hand-made gradient and autograd's
/// @param learnt the neuron after 500 steps on the truth table of OR
public record P02NeuronByHand(double z, double y, double library, double gradientError, Linear learnt) implements Page {
    private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[] OR = {0, 1, 1, 1};

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P02NeuronByHand measure() {
        double[] x = {1, 2, 3};
        double[] w = {0.5, -0.6, 0.4};
        double b = 0.1;
        double z = b;
        for (int i = 0; i < x.length; i++) z += w[i] * x[i];
        double y = 1 / (1 + Math.exp(-z));

        Linear neuron = neuron(w, b);
        Tensor library = Activations.SIGMOID.apply(neuron.apply(Tensor.of(new double[][] {x})));
        return new P02NeuronByHand(z, y, library.item(), compareGradients(), learn());
    }

    /// One unit as the library has it: weights `[1, inputs]`, one bias.
    private static Linear neuron(double[] w, double b) {
        return new Linear(Parameter.of(Tensor.of(new double[][] {w})), Parameter.of(Tensor.of(b)));
    }

    /// Gradient descent by hand: no autograd, no optimizer.
    private static Linear learn() {
        double[] w = {0, 0};
        double b = 0;
        double rate = 0.5;
        for (int step = 0; step < 500; step++) {
            for (int row = 0; row < INPUTS.length; row++) {
                double[] x = INPUTS[row];
                double y = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + b)));
                double slope = y - OR[row];
                w[0] -= rate * slope * x[0];
                w[1] -= rate * slope * x[1];
                b -= rate * slope;
            }
        }
        return neuron(w, b);
    }

    /// The rule `(y - t) xᵢ` against autograd, for the weights 0.3 and -0.2, the bias 0.1 and the whole truth table.
    private static double compareGradients() {
        Linear neuron = neuron(new double[] {0.3, -0.2}, 0.1);
        Tensor x = Tensor.of(INPUTS);
        Tensor target = Tensor.of(OR).unsqueeze(1);
        Tensor logits = neuron.apply(x);
        Gradients autograd = Loss.BCE_WITH_LOGITS
                .with(Loss.Reduction.SUM)
                .apply(logits, target)
                .gradients();

        Tensor slope = Activations.SIGMOID.apply(logits).minus(target).detach();
        Tensor byHand = slope.transpose().matmul(x);
        return Math.max(
                Numbers.largest(byHand.minus(autograd.of(neuron.weight().value()))),
                Numbers.largest(slope.sum(0).minus(autograd.of(neuron.bias().value()))));
    }

    /// The learnt neuron's answers to (0, 0), (0, 1), (1, 0) and (1, 1).
    double[] answers() {
        return Activations.SIGMOID.apply(learnt.apply(Tensor.of(INPUTS))).toDoubles();
    }

    @Override
    public String measured(Language language) {
        TextTable sums = new TextTable(language.of("the neuron", "神经元"), language.of("value", "值"))
                .row(language.of("weighted sum z, by a loop", "加权和 z(用循环计算)"), z)
                .row(language.of("output σ(z), by a loop", "输出 σ(z)(用循环计算)"), y)
                .row(language.of("output by `Linear` and `SIGMOID`", "用 `Linear` 和 `SIGMOID` 得到的输出"), library)
                .row(language.of("hand-made gradient against autograd", "手写梯度与自动求导之差"), gradientError);
        TextTable or = new TextTable("x1", "x2", "OR", language.of("the learnt neuron", "学到的神经元"));
        double[] answers = answers();
        for (int i = 0; i < INPUTS.length; i++) {
            or.row((int) INPUTS[i][0], (int) INPUTS[i][1], (int) OR[i], answers[i]);
        }
        return sums + "\n" + or;
    }

    @Override
    public List<Picture> pictures(Language language) {
        String title = language.of("A neuron draws one straight line: OR", "一个神经元画一条直线:OR");
        Panel panel = Plane.panel(title, learnt, INPUTS, OR, -0.5, 1.5);
        return List.of(new Picture("02-neuron-by-hand", Figure.of("", panel).withPanelSize(420, 400)));
    }
}
