package hillock.cli.report;

import hillock.cli.Messages;
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
import hillock.plot.Points;
import hillock.plot.Rule;
import hillock.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What a doctor saw, as pictures.
record DoctorPictures(Messages messages) {
    /// How the names of all these pictures begin, but for that of [#rates].
    static final String PREFIX = "doctor-";

    private static final int MOMENTS = 5;
    private static final int LAYERS = 6;
    private static final double USUAL_STEP = 1e-3;

    private String text(String key, Object... values) {
        return messages.text(key, values);
    }

    /// All that there is to see of a training.
    List<Picture> all(Diagnosis diagnosis) {
        List<Picture> all = new ArrayList<>();
        if (diagnosis.probes().isEmpty()) return all;
        Probe last = diagnosis.probes().getLast();
        List<LayerState> curved =
                last.layers().stream().filter(l -> l.slope().length > 0).toList();
        if (!curved.isEmpty()) all.add(units(curved));
        if (last.layers().size() > 1) all.add(gradients(diagnosis.probes()));
        if (!curved.isEmpty()) all.add(sums(curved));
        if (diagnosis.updates().size() > 1) all.add(steps(diagnosis.updates()));
        diagnosis
                .rangeTest()
                .filter(test -> !test.losses().isEmpty())
                .ifPresent(test -> all.add(new Picture(
                        PREFIX + "rate",
                        rates(test, OptionalDouble.of(diagnosis.learningRate())).figure(),
                        text("picture.rates"))));
        return all;
    }

    private Picture units(List<LayerState> layers) {
        Figure figure = NetworkFigures.units(
                text("picture.units.title"),
                layers.stream().map(this::name).toList(),
                text("picture.units.x"),
                layers.stream().map(LayerState::slope).toArray(double[][]::new));
        return new Picture(PREFIX + "units", figure, text("picture.units"));
    }

    private String name(LayerState layer) {
        return text("picture.layer", layer.number());
    }

    private Picture gradients(List<Probe> probes) {
        List<Probe> some = spread(probes, MOMENTS);
        Figure figure = NetworkFigures.byDepth(
                text("picture.gradients.title"),
                text("picture.gradients.x"),
                text("picture.gradients.y"),
                probes.getFirst().layers().stream()
                        .mapToDouble(LayerState::number)
                        .toArray(),
                moments(some.stream().map(Probe::epoch).toList()),
                some.stream()
                        .map(p -> p.layers().stream()
                                .mapToDouble(LayerState::gradient)
                                .toArray())
                        .toList());
        return new Picture(PREFIX + "gradients", figure, text("picture.gradients"));
    }

    /// Names for looks into the network, of which the last is that of the weights that were kept.
    List<String> moments(List<Integer> epochs) {
        List<String> names = new ArrayList<>();
        for (int epoch : epochs.subList(0, epochs.size() - 1))
            names.add(epoch == 0 ? text("picture.before") : text("picture.epoch", Numerals.count(epoch)));
        names.add(text("picture.kept", Numerals.count(epochs.getLast())));
        return names;
    }

    /// The first, the last and some between.
    private static <T> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) return all;
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))))
                .toList();
    }

    private Picture sums(List<LayerState> layers) {
        List<Panel> panels = new ArrayList<>();
        for (LayerState layer : spread(layers, LAYERS)) {
            Activation activation = Activation.parse(layer.activation().orElseThrow());
            double steepest = Traits.of(activation).lipschitz();
            panels.add(NetworkFigures.sumsOnCurve(
                    name(layer),
                    text("picture.sums.x"),
                    text("picture.sums.bars"),
                    activation.name(),
                    text("picture.sums.slope"),
                    layer.histogram(),
                    LayerState.HISTOGRAM_END,
                    activation::evaluate,
                    activation::derivative,
                    Double.isFinite(steepest) && steepest > 0 ? steepest : 1));
        }
        Figure figure = Figure.of(text("picture.sums.title"), panels.toArray(Panel[]::new))
                .withPanelSize(420, 330);
        return new Picture(PREFIX + "sums", figure, text("picture.sums"));
    }

    private Picture steps(List<Update> updates) {
        List<String> names = List.copyOf(updates.getFirst().ratios().keySet());
        Figure figure = NetworkFigures.ratios(
                text("picture.steps.title"),
                text("picture.steps.x"),
                text("picture.steps.y"),
                updates.stream().mapToDouble(Update::epoch).toArray(),
                names,
                names.stream().map(n -> Update.ratios(updates, n)).toList(),
                text("picture.steps.usual"),
                USUAL_STEP);
        return new Picture(PREFIX + "steps", figure, text("picture.steps"));
    }

    /// The loss while the learning rate grows, with the rate that was chosen, the one in use and the one at which the
    /// loss exploded.
    ///
    /// @param own the rate in use, where that is another one
    Picture rates(RangeTest test, OptionalDouble own) {
        List<Series> series = new ArrayList<>();
        series.add(Line.of("", array(test.rates()), array(test.losses())));
        test.choice().ifPresent(rate -> series.add(mark("picture.rates.choice", test, rate)));
        own.ifPresent(rate -> series.add(mark("picture.rates.own", test, rate)));
        if (test.limit() > test.rates().getLast())
            series.add(Rule.vertical(named("picture.rates.limit", test.limit()), test.limit()));
        Panel panel = Panel.of(text("picture.rates.title"), text("picture.rates.x"), text("picture.rates.y"), series);
        Figure figure = Figure.of("", panel.withLogX(true).withLegend(true)).withPanelSize(640, 420);
        return new Picture("learning-rate", figure, text("picture.rates"));
    }

    /// On the curve; where it had ended already, a line across all.
    private Series mark(String key, RangeTest test, double rate) {
        double loss = test.lossAt(rate);
        return Double.isNaN(loss)
                ? Rule.vertical(named(key, rate), rate)
                : Points.of(named(key, rate), new double[] {rate}, new double[] {loss});
    }

    private String named(String key, double rate) {
        return text(key, Numerals.significant(rate, 2));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
