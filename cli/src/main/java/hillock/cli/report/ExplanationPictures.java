package hillock.cli.report;

import hillock.cli.Messages;
import hillock.plot.Band;
import hillock.plot.Bars;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Range;
import hillock.plot.Series;
import hillock.tabular.Coding;
import hillock.tabular.Explanation;
import hillock.tabular.Importance;
import hillock.tabular.Model;
import hillock.tabular.PartialDependence;
import hillock.tabular.PartialDependence.Curve;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which columns matter, and how the answers go with them, as pictures.
record ExplanationPictures(Messages messages, Model model) {
    private static final String IMPORTANCE = "importance";
    private static final String DEPENDENCE = "dependence-";
    private static final int MOST_COLUMNS = 12;
    private static final double AIR = 0.05;

    /// Whether a picture is one of these.
    static boolean holds(Picture picture) {
        return picture.name().equals(IMPORTANCE) || picture.name().startsWith(DEPENDENCE);
    }

    List<Picture> all(Explanation explanation) {
        List<Picture> all = new ArrayList<>();
        explanation.importance().map(this::importance).ifPresent(all::add);
        Range y = range(explanation.dependences());
        for (PartialDependence dependence : explanation.dependences())
            all.add(dependence(DEPENDENCE + all.size(), dependence, y));
        return all;
    }

    /// A bar for each of the first columns, with its spread.
    private Picture importance(Importance importance) {
        String metric = importance.metric();
        List<Importance.Column> some =
                importance.columns().stream().limit(MOST_COLUMNS).toList();
        double[] means = some.stream().mapToDouble(c -> c.mean().get(metric)).toArray();
        double[] spreads =
                some.stream().mapToDouble(c -> c.deviation().get(metric)).toArray();
        double[] at = IntStream.range(0, means.length).asDoubleStream().toArray();
        Bars bars = Bars.of(
                messages.text("picture.importance.mean"),
                some.stream().map(Importance.Column::name).toList(),
                means);
        Band whiskers = Band.whiskers(
                messages.text("picture.importance.spread"), at, sums(means, spreads, -1), sums(means, spreads, 1));
        String name = new Words(messages).metric(metric);
        Panel panel = Panel.of(
                messages.text("report.importance"), "", messages.text("picture.importance.y", name), bars, whiskers);
        return new Picture(
                IMPORTANCE,
                Figure.of("", panel).withPanelSize(640, 420),
                messages.text("picture.importance", importance.shuffles()));
    }

    private static double[] sums(double[] means, double[] spreads, int sign) {
        return IntStream.range(0, means.length)
                .mapToDouble(i -> means[i] + sign * spreads[i])
                .toArray();
    }

    /// What all dependences together reach, so that they can be compared; probabilities from 0 to 1.
    private Range range(List<PartialDependence> dependences) {
        if (classes()) return new Range(0, 1);
        double[] all = dependences.stream()
                .flatMap(d -> d.curves().stream())
                .flatMap(c -> Stream.of(c.low(), c.mean(), c.high()))
                .flatMapToDouble(values -> values.stream().mapToDouble(Double::doubleValue))
                .filter(Double::isFinite)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double air = high > low ? AIR * (high - low) : 1;
        return new Range(low - air, high + air);
    }

    private Picture dependence(String name, PartialDependence dependence, Range y) {
        boolean many = dependence.curves().size() > 1;
        List<Series> series = new ArrayList<>();
        for (Curve curve : dependence.curves()) series.addAll(series(dependence, curve, many));
        String title = Task.MULTICLASS == model.target().task()
                ? messages.text("picture.dependence.classes")
                : model.target().task() == Task.BINARY
                        ? messages.text(
                                "picture.probability",
                                dependence.curves().getFirst().label())
                        : dependence.curves().getFirst().label();
        Panel panel = Panel.of(dependence.column(), "", title, series)
                .withLegend(many)
                .withYRange(y.lo(), y.hi());
        String caption = many ? "many" : dependence.at().isEmpty() ? "whiskers" : "area";
        return new Picture(
                name, Figure.of("", panel).withPanelSize(420, 320), messages.text("picture.dependence." + caption));
    }

    private List<Series> series(PartialDependence dependence, Curve curve, boolean many) {
        double[] mean = numbers(curve.mean());
        String name = many ? curve.label() : "";
        if (!dependence.at().isEmpty()) {
            double[] at = shown(dependence);
            Line line = Line.of(name, at, mean);
            return many
                    ? List.of(line)
                    : List.of(line, Band.shaded("", at, numbers(curve.low()), numbers(curve.high())));
        }
        double[] at = IntStream.range(0, mean.length).asDoubleStream().toArray();
        List<String> labels = dependence.cells().stream()
                .map(cell -> cell.isEmpty() ? messages.text("report.column.missing") : cell)
                .toList();
        // Bars of no height name the places on the axis.
        Bars places = Bars.of("", labels, new double[mean.length]);
        if (many) return List.of(places, Line.of(name, at, mean));
        Band whiskers = Band.whiskers("", at, numbers(curve.low()), numbers(curve.high()));
        return classes()
                ? List.of(Bars.of("", labels, mean), whiskers)
                : List.of(places, Points.of("", at, mean), whiskers);
    }

    private boolean classes() {
        return model.target().task().isClassification();
    }

    /// Numbers as they are, dates as years.
    private double[] shown(PartialDependence dependence) {
        boolean dates = model.preparation().codings().stream()
                .anyMatch(c -> c instanceof Coding.Dates && c.name().equals(dependence.column()));
        return dependence.at().stream()
                .mapToDouble(v -> dates ? Inputs.year(v) : v)
                .toArray();
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
