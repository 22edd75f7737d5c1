package hillock.guide;

import hillock.doctor.Diagnosis;
import hillock.doctor.LayerState;
import hillock.doctor.Probe;
import hillock.doctor.RangeTest;
import hillock.doctor.Update;
import hillock.nn.Activation;
import hillock.nn.Traits;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.NetworkFigures;
import hillock.plot.Panel;
import hillock.plot.Rule;
import java.util.List;

/// The doctor's pictures in the course.
record DoctorFigures(Language language) {
    private static final double USUAL_STEP = 1e-3;

    private String layer(LayerState state) {
        return language.of("layer ", "第 ") + state.number() + language.of("", " 层");
    }

    private String moment(Probe probe) {
        return probe.epoch() == 0
                ? language.of("before", "训练前")
                : language.of("epoch ", "第 ") + probe.epoch() + language.of("", " 轮");
    }

    /// Hidden units by the share of rows at which they are on.
    Figure units(String title, Probe probe) {
        List<LayerState> layers =
                probe.layers().stream().filter(l -> l.onRate().length > 0).toList();
        return NetworkFigures.units(
                title,
                layers.stream().map(this::layer).toList(),
                language.of("unit", "单元"),
                layers.stream().map(LayerState::onRate).toArray(double[][]::new));
    }

    /// The gradient of each layer's sums, a line for each probe.
    Panel gradients(String title, List<Probe> probes) {
        return NetworkFigures.byDepth(
                        title,
                        language.of("layer", "层"),
                        language.of("root mean square gradient", "梯度的均方根"),
                        probes.getFirst().layers().stream()
                                .mapToDouble(LayerState::number)
                                .toArray(),
                        probes.stream().map(this::moment).toList(),
                        probes.stream()
                                .map(p -> p.layers().stream()
                                        .mapToDouble(LayerState::gradient)
                                        .toArray())
                                .toList())
                .panels()
                .getFirst();
    }

    /// Where a layer's sums lie on the curve of its activation.
    Panel sums(String title, LayerState state) {
        Activation f = Activation.parse(state.activation().orElseThrow());
        return NetworkFigures.sumsOnCurve(
                title,
                language.of("sum before the activation", "激活之前的加权和"),
                language.of("sums", "加权和"),
                f.name(),
                language.of("its slope", "斜率"),
                state.histogram(),
                LayerState.HISTOGRAM_END,
                f::evaluate,
                f::derivative,
                Traits.of(f).lipschitz());
    }

    /// How far a step moves the weights of each layer.
    Panel steps(String title, List<Update> updates) {
        List<String> names = List.copyOf(updates.getFirst().ratios().keySet());
        return NetworkFigures.ratios(
                        title,
                        language.of("epoch", "轮次"),
                        language.of("change / weights", "变化 / 权重"),
                        updates.stream().mapToDouble(Update::epoch).toArray(),
                        names,
                        names.stream().map(n -> Update.ratios(updates, n)).toList(),
                        language.of("usual", "通常"),
                        USUAL_STEP)
                .panels()
                .getFirst();
    }

    /// The learning-rate curve with the rate in use and the one to take.
    Panel rates(Diagnosis diagnosis) {
        RangeTest test = diagnosis.rangeTest().orElseThrow();
        double chosen = test.choice().orElseThrow();
        double own = diagnosis.learningRate();
        return Panel.of(
                        language.of("Learning rate", "学习率"),
                        language.of("learning rate", "学习率"),
                        language.of("loss, smoothed", "平滑后的损失"),
                        Line.of(language.of("loss", "损失"), array(test.rates()), array(test.losses())),
                        Rule.vertical(language.of("chosen: ", "选择:") + Numbers.text(chosen), chosen),
                        Rule.vertical(language.of("in use: ", "使用中:") + Numbers.text(own), own))
                .withLogX(true)
                .withLegend(true);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
