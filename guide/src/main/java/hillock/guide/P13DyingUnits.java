package hillock.guide;

import hillock.doctor.DoctorFigures;
import hillock.doctor.LayerState;
import hillock.doctor.Probe;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.tensor.Rng;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Page 13: a sick network whose units die of a learning rate that is too high.
///
/// The network of page 7, two hidden layers of 32 ReLUs that are to learn `sin(x1) + sin(x2)`, is trained with a
/// learning rate of 1, a hundred times what suits it. The doctor names the rate first (D10) and the dead units
/// after it (D1): they were alive before training and died within the first epochs. So the rate is the cause, and
/// to change the activation alone helps less.
///
/// @param sick the network as made sick, and its mends
public record P13DyingUnits(Examined sick) implements Page {
    private static final double TOO_HIGH = 1;
    private static final double SUITED = 0.01;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P13DyingUnits measure() {
        return new P13DyingUnits(Examined.of(seed -> training(seed, TOO_HIGH))
                .with("a rate of 0.01", "学习率 0.01", seed -> training(seed, SUITED)));
    }

    private static Event.Prepared training(long seed, double rate) {
        Rng rng = Rng.of(seed);
        Sequential net = Sequential.mlp(2, List.of(32, 32), 1, Activations.RELU, Init.HE_UNIFORM, rng);
        Trainer trainer = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", rate)))
                .epochs(100)
                .batch(36);
        return new Event.Prepared(trainer, net, P07ReluAndDeath.waves(), rng);
    }

    /// How many units of a hidden layer are on at no row.
    static long dead(LayerState layer) {
        return Arrays.stream(layer.onRate()).filter(rate -> rate == 0).count();
    }

    @Override
    public String measured(Language language) {
        TextTable deaths = new TextTable(
                language.of("after epoch", "轮次之后"),
                language.of("dead of 32, layer 1", "第 1 层 32 个中死亡的"),
                language.of("dead of 32, layer 2", "第 2 层 32 个中死亡的"));
        List<Probe> probes = sick.diagnosis().probes();
        for (Probe probe : probes.subList(0, probes.size() - 1))
            deaths.row(
                    probe.epoch(),
                    dead(probe.layers().get(0)),
                    dead(probe.layers().get(1)));
        return sick.findings(language) + "\n" + deaths + "\n" + sick.mends(language);
    }

    @Override
    public List<Picture> pictures(Language language) {
        DoctorFigures figures = new DoctorFigures(language.of(Locale.ENGLISH, Locale.CHINESE));
        Figure rate = Figure.of(
                        "",
                        figures.rates(
                                language.of("Learning rate", "学习率"),
                                sick.diagnosis().rangeTest().orElseThrow(),
                                OptionalDouble.of(sick.diagnosis().learningRate())),
                        figures.steps(language.of("Steps", "步长"), sick.diagnosis()))
                .withPanelSize(440, 340);
        return List.of(
                new Picture("13-dying-units-curves", sick.losses(language)),
                new Picture(
                        "13-dying-units",
                        figures.units(
                                language.of("Share of rows at which a unit is on", "每个单元激活的行的比例"),
                                sick.diagnosis().probes().getLast())),
                new Picture("13-dying-units-rate", rate));
    }
}
