package hillock.guide;

import hillock.data.Dataset;
import hillock.data.Example;
import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.doctor.DoctorFigures;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Page 15: a sick network with two faults at once.
///
/// Three arms of a spiral are to be told apart. The network ends in a softmax, and its loss applies another one
/// (D7); one of its two columns comes in thousands, the other in units (D8). Both show before the first step. Each
/// mend alone helps little or not at all, so that somebody who tries one thing at a time may conclude that
/// neither was wrong; both together make the network right.
///
/// @param sick the network as made sick, and its mends
/// @param healthy the same with both mends, under the doctor's eyes
public record P15TwoFaults(Examined sick, Diagnosis healthy) implements Page {
    private static final double THOUSANDS = 1000;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P15TwoFaults measure() {
        Examined sick = Examined.of(seed -> training(seed, true, THOUSANDS))
                .with("both: no softmax, inputs scaled", "两者都做:去掉 softmax、输入缩放", seed -> training(seed, false, 1));
        Event.Prepared ready = training(Examined.SEED, false, 1);
        return new P15TwoFaults(
                sick, Doctor.watch(ready.trainer()).train(ready.module(), ready.data(), ready.rng(), event -> {}));
    }

    private static Event.Prepared training(long seed, boolean softmax, double unit) {
        Rng rng = Rng.of(seed);
        Sequential logits = Sequential.mlp(2, List.of(32, 32), 3, Activations.TANH, Init.XAVIER_UNIFORM, rng);
        // The loss takes logits and applies a softmax of its own.
        Sequential net = softmax ? Sequential.of(logits, Activations.SOFTMAX) : logits;
        Trainer trainer = Trainer.of(Loss.CROSS_ENTROPY)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.01)))
                .epochs(100)
                .batch(50);
        return new Event.Prepared(trainer, net, spiral(unit), rng);
    }

    /// 300 points of three arms, within -2 and 2; the second column is multiplied by `unit`.
    private static Dataset spiral(double unit) {
        Table table = Example.named("spiral3").table(Rng.of(12), 300);
        List<String> names = List.of("red", "blue", "green");
        double[][] x = new double[table.rows()][];
        double[] y = new double[table.rows()];
        for (int i = 0; i < y.length; i++) {
            x[i] = new double[] {2 * number(table, 0, i), 2 * unit * number(table, 1, i)};
            y[i] = names.indexOf(table.columns().get(2).cells().get(i));
        }
        return new Dataset(Tensor.of(x), Tensor.of(y));
    }

    private static double number(Table table, int column, int row) {
        return Double.parseDouble(table.columns().get(column).cells().get(row));
    }

    @Override
    public String measured(Language language) {
        return sick.findings(language) + "\n" + sick.mends(language);
    }

    @Override
    public List<Picture> pictures(Language language) {
        DoctorFigures figures = new DoctorFigures(language.of(Locale.ENGLISH, Locale.CHINESE));
        Figure sums = Figure.of(
                        "",
                        figures.sums(
                                language.of("sick: sums of layer 1", "生病:第 1 层的加权和"),
                                sick.diagnosis().probes().getLast().layers().getFirst()),
                        figures.sums(
                                language.of("mended: sums of layer 1", "治好:第 1 层的加权和"),
                                healthy.probes().getLast().layers().getFirst()))
                .withPanelSize(440, 340);
        return List.of(new Picture("15-two-faults-curves", sick.losses(language)), new Picture("15-two-faults", sums));
    }
}
