package hillock.guide;

import hillock.nn.Activations;
import hillock.nn.Loss;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.HeatMap;
import hillock.plot.Panel;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Page 9: softmax.
///
/// `softmax(x)ᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)` turns the numbers of the last layer, the *logits*, into probabilities: all
/// positive, and together 1. The largest logit gets the largest share, and a lead of 1 makes it e = 2.718 times as
/// probable. It is sigmoid for more than two classes.
///
/// Only differences count: adding the same number to all logits changes nothing. So the largest is subtracted first,
/// and `exp` never overflows, not even for logits in the thousands.
///
/// Every output depends on every input, so the derivative is a matrix: `∂pᵢ/∂xⱼ = pᵢ (δᵢⱼ - pⱼ)`. Its rows
/// sum to 0. And with the cross-entropy loss the gradient in the logits becomes just `p - target`: that is
/// why the two belong together, and why [Loss#CROSS_ENTROPY] takes logits.
///
/// @param logits ten numbers, one for each class
/// @param probabilities their softmax
/// @param jacobian row i: the derivative of probability i in each logit, by autograd
/// @param lossGradient the gradient of the cross-entropy in the logits, for target class 9
public record P09Softmax(Tensor logits, Tensor probabilities, Tensor jacobian, Tensor lossGradient) implements Page {
    private static final int TARGET = 9;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P09Softmax measure() {
        // scores = torch.tensor([0.2, 0.02, 0.15, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75])
        Tensor scores = Tensor.of(0.2, 0.02, 0.15, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75);
        // probabilities = torch.softmax(scores, dim=0)
        Tensor probabilities = Activations.SOFTMAX.apply(scores);

        Tensor x = scores.requiresGradient();
        Tensor p = Activations.SOFTMAX.apply(x);
        Tensor[] rows = new Tensor[10];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = p.get(i).gradients().of(x);
        }

        Tensor loss = Loss.CROSS_ENTROPY.apply(x.unsqueeze(0), Tensor.of(TARGET));
        return new P09Softmax(
                scores, probabilities, Tensor.stack(0, rows), loss.gradients().of(x));
    }

    /// The largest change of a probability when 1000 is added to every logit.
    double shiftError() {
        return Numbers.largest(Activations.SOFTMAX.apply(logits.plus(1000)).minus(probabilities));
    }

    /// The largest difference between the Jacobian and its formula.
    double jacobianError() {
        double[] p = probabilities.toDoubles();
        double[][] formula = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) formula[i][j] = p[i] * ((i == j ? 1 : 0) - p[j]);
        }
        return Numbers.largest(jacobian.minus(Tensor.of(formula)));
    }

    /// The largest difference between the gradient of the loss and `p - target`.
    double lossGradientError() {
        double[] target = new double[10];
        target[TARGET] = 1;
        return Numbers.largest(lossGradient.minus(probabilities.minus(Tensor.of(target))));
    }

    @Override
    public String measured(Language language) {
        TextTable values = new TextTable(
                language.of("class", "类别"), language.of("logit", "logit"), language.of("probability", "概率"));
        double[] z = logits.toDoubles();
        double[] p = probabilities.toDoubles();
        for (int i = 0; i < z.length; i++) values.row(i, z[i], p[i]);
        TextTable laws = new TextTable(language.of("law", "规律"), language.of("measured", "测得"))
                .row(
                        language.of("sum of the probabilities", "概率之和"),
                        probabilities.sum().item())
                .row(language.of("largest change when 1000 is added", "全部加 1000 后的最大变化"), shiftError())
                .row(
                        language.of("largest sum of a row of the Jacobian", "雅可比矩阵各行之和的最大值"),
                        Numbers.largest(jacobian.sum(1)))
                .row(language.of("Jacobian against its formula", "雅可比矩阵与公式之差"), jacobianError())
                .row(
                        language.of("gradient of the loss against p - target", "损失的梯度与 p - target 之差"),
                        lossGradientError());
        return values + "\n" + laws;
    }

    @Override
    public List<Picture> pictures(Language language) {
        List<String> classes =
                IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        Panel before = Panel.of("logits", language.of("class", "类别"), "", Bars.of("", classes, logits.toDoubles()));
        Panel after =
                Panel.of("softmax", language.of("class", "类别"), "", Bars.of("", classes, probabilities.toDoubles()));
        Panel matrix = Panel.of(
                language.of("Jacobian, in thousandths", "雅可比矩阵(千分之一)"),
                language.of("logit", "logit"),
                language.of("probability", "概率"),
                HeatMap.of(classes, classes, thousandths()));
        return List.of(
                new Picture("09-softmax", Figure.of("", before, after).withPanelSize(420, 300)),
                new Picture("09-softmax-jacobian", Figure.of("", matrix).withPanelSize(620, 520)));
    }

    private double[][] thousandths() {
        double[][] cells = new double[10][];
        Arrays.setAll(
                cells,
                i -> Arrays.stream(jacobian.get(i).toDoubles())
                        .map(v -> Math.rint(v * 1000) + 0.0)
                        .toArray());
        return cells;
    }
}
