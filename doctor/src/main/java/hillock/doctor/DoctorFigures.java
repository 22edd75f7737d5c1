package hillock.doctor;

import hillock.nn.Activation;
import hillock.nn.Traits;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.NetworkFigures;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Rule;
import hillock.plot.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// What a doctor saw, as figures; texts in Chinese for a Chinese locale, otherwise in English.
///
/// ```java
/// DoctorFigures figures = new DoctorFigures(Locale.ENGLISH);
/// figures.all(diagnosis).get("units").writeSvg(Path.of("units.svg"));
/// ```
public record DoctorFigures(Locale locale) {
    private static final int MOMENTS = 5;
    private static final int LAYERS = 6;
    private static final int LINES = 8;
    private static final double USUAL_STEP = 1e-3;

    private String text(String key, Object... values) {
        return Texts.of(locale).text(key, values);
    }

    /// All that there is to see of a training: `units`, `gradients`, `sums`, `steps` and `rate`, those that can be
    /// drawn.
    public SequencedMap<String, Figure> all(Diagnosis diagnosis) {
        SequencedMap<String, Figure> all = new LinkedHashMap<>();
        if (diagnosis.probes().isEmpty()) return all;
        Probe last = diagnosis.probes().getLast();
        boolean curved = !curved(last).isEmpty();
        if (curved) all.put("units", units(text("picture.units.title"), last));
        if (weighted(last).size() > 1)
            all.put("gradients", alone(gradients(text("picture.gradients.title"), diagnosis.probes())));
        if (curved) all.put("sums", sums(last));
        if (diagnosis.updates().size() > 1) all.put("steps", alone(steps(text("picture.steps.title"), diagnosis)));
        diagnosis
                .rangeTest()
                .filter(test -> !test.losses().isEmpty())
                .ifPresent(test -> all.put("rate", rates(test, OptionalDouble.of(diagnosis.learningRate()))));
        return all;
    }

    private static Figure alone(Panel panel) {
        return Figure.of("", panel).withPanelSize(640, 420);
    }

    private static List<LayerState> curved(Probe probe) {
        return probe.layers().stream().filter(l -> l.slope().length > 0).toList();
    }

    /// Without what only scales the inputs before the first weights.
    private static List<LayerState> weighted(Probe probe) {
        return probe.layers().stream().filter(l -> l.number() > 0).toList();
    }

    private String name(LayerState layer) {
        return text("place.layer", layer.number());
    }

    /// Each unit's mean slope as a share of the steepest, by layer: of a ReLU the share of rows at which it is on.
    public Figure units(String title, Probe probe) {
        List<LayerState> layers = curved(probe);
        return NetworkFigures.units(
                title,
                layers.stream().map(this::name).toList(),
                text("picture.units.x"),
                text("picture.units.share"),
                layers.stream().map(LayerState::slope).toArray(double[][]::new));
    }

    /// The gradient of each layer's sums, a line for each of some looks.
    public Panel gradients(String title, List<Probe> probes) {
        List<Probe> some = spread(probes, MOMENTS);
        return NetworkFigures.byDepth(
                        title,
                        text("picture.gradients.x"),
                        text("picture.gradients.y"),
                        weighted(probes.getFirst()).stream()
                                .mapToDouble(LayerState::number)
                                .toArray(),
                        moments(some.stream().map(Probe::epoch).toList()),
                        some.stream()
                                .map(p -> weighted(p).stream()
                                        .mapToDouble(LayerState::gradient)
                                        .toArray())
                                .toList())
                .panels()
                .getFirst();
    }

    /// Names for looks into the network, of which the last is that of the weights that were kept.
    public List<String> moments(List<Integer> epochs) {
        List<String> names = new ArrayList<>();
        for (int epoch : epochs.subList(0, epochs.size() - 1))
            names.add(epoch == 0 ? text("picture.before") : text("picture.epoch", epoch));
        names.add(text("picture.kept", epochs.getLast()));
        return names;
    }

    /// The first, the last and some between.
    private static <T> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) return all;
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))))
                .toList();
    }

    /// Where the sums of some layers lie on the curves of their activations.
    public Figure sums(Probe probe) {
        Panel[] panels = spread(curved(probe), LAYERS).stream()
                .map(l -> sums(name(l), l))
                .toArray(Panel[]::new);
        return Figure.of(text("picture.sums.title"), panels)
                .withPanelSize(380, 320)
                .balanced();
    }

    /// Where a layer's sums lie on the curve of its activation.
    public Panel sums(String title, LayerState layer) {
        Activation activation = Activation.parse(layer.activation().orElseThrow());
        double steepest = Traits.of(activation).lipschitz();
        return NetworkFigures.sumsOnCurve(
                title,
                text("picture.sums.x"),
                text("picture.sums.bars"),
                activation.name(),
                text("picture.sums.slope"),
                layer.histogram(),
                layer.histogramEnd(),
                activation::evaluate,
                activation::derivative,
                Double.isFinite(steepest) && steepest > 0 ? steepest : 1);
    }

    /// How far a step moves the weights of each layer, or of some of many.
    public Panel steps(String title, Diagnosis diagnosis) {
        List<Update> updates = diagnosis.updates();
        List<String> all = diagnosis.layers().keySet().stream()
                .filter(updates.getFirst().ratios()::containsKey)
                .sorted(java.util.Comparator.comparing(diagnosis.layers()::get))
                .toList();
        List<String> some = spread(all, LINES);
        return NetworkFigures.ratios(
                        title,
                        text("picture.steps.x"),
                        text("picture.steps.y"),
                        updates.stream().mapToDouble(Update::epoch).toArray(),
                        some.stream().map(n -> weights(n, all, diagnosis)).toList(),
                        some.stream().map(n -> Update.ratios(updates, n)).toList(),
                        text("picture.steps.usual"),
                        USUAL_STEP)
                .panels()
                .getFirst();
    }

    /// By the layer; where a layer has several, with the name of the parameter.
    private String weights(String name, List<String> all, Diagnosis diagnosis) {
        int layer = diagnosis.layers().get(name);
        boolean alone =
                all.stream().filter(n -> diagnosis.layers().get(n) == layer).count() == 1;
        return alone ? text("place.layer", layer) : text("place.layer", layer) + " (" + name + ")";
    }

    /// The loss while the learning rate grows, with the rate that was chosen, the one in use and the one at which the
    /// loss exploded.
    ///
    /// @param own the rate in use, where that is another one
    public Figure rates(RangeTest test, OptionalDouble own) {
        return alone(rates(text("picture.rates.title"), test, own));
    }

    /// That as a panel.
    public Panel rates(String title, RangeTest test, OptionalDouble own) {
        List<Series> series = new ArrayList<>();
        series.add(Line.of("", array(test.rates()), array(test.losses())));
        test.choice().ifPresent(rate -> series.add(mark("picture.rates.choice", test, rate)));
        own.ifPresent(rate -> series.add(mark("picture.rates.own", test, rate)));
        if (test.limit() > test.rates().getLast())
            series.add(Rule.vertical(text("picture.rates.limit", test.limit()), test.limit()));
        return Panel.of(title, text("picture.rates.x"), text("picture.rates.y"), series)
                .withLogX(true)
                .withLegend(true);
    }

    /// On the curve; where it had ended already, a line across all.
    private Series mark(String key, RangeTest test, double rate) {
        double loss = test.lossAt(rate);
        return Double.isNaN(loss)
                ? Rule.vertical(text(key, rate), rate)
                : Points.of(text(key, rate), new double[] {rate}, new double[] {loss});
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
