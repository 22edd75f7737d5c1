package hillock.cli.report;

import hillock.cli.Messages;
import hillock.data.Table;
import hillock.plot.Figure;
import hillock.plot.Figures;
import hillock.plot.Grid;
import hillock.plot.Labels;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Range;
import hillock.plot.Region;
import hillock.plot.Series;
import hillock.tabular.Metrics;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// The pictures of what a network answers, beside what is true.
record Answers(Outcome outcome, Messages messages, Labels labels) {
    static final String CONFUSION = "confusion";

    private static final int CURVE_POINTS = 500;
    private static final int REGION_CELLS = 120;
    /// More points hide each other, and make the report heavy.
    private static final int MOST_POINTS = 1500;
    private static final int MOST_CLASSES = 25;
    private static final double MARGIN = 0.04;

    /// One input: the curve over the points; for two classes, which are 0 and 1, the probability
    /// of the second.
    Picture curve() {
        Inputs inputs = Inputs.of(model(), table());
        double[] at = steps(inputs.range(0), CURVE_POINTS);
        Line network = Line.of(labels.network(), inputs.shown(0, at), answers(model().predict(inputs.encoded(at))));
        boolean classes = model().target().task() == Task.BINARY;
        String y = classes
                ? messages.text(
                        "picture.probability", model().target().classes().get(1))
                : model().target().name();
        Figure figure = Figures.fittedCurve(
                inputs.label(0),
                y,
                points(labels.training(), outcome.fitted().study().training()),
                network,
                points(labels.validation(), outcome.fitted().study().validation()),
                labels);
        Figure drawn = outcome.given()
                .source()
                .truth()
                .map(f -> withTruth(figure, f, inputs.shown(0, at)))
                .orElse(figure);
        return new Picture("fit", drawn, messages.text(classes ? "picture.fit.classes" : "picture.fit"));
    }

    /// Two inputs: which class the network gives where.
    Picture regions() {
        Inputs inputs = Inputs.of(model(), table());
        double[] across = steps(inputs.range(0), REGION_CELLS);
        double[] up = steps(inputs.range(1), REGION_CELLS);
        double[] first = new double[across.length * up.length];
        double[] second = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = across[i % across.length];
            second[i] = up[i / across.length];
        }
        Predictions.Classes answers = (Predictions.Classes) model().predict(inputs.encoded(first, second));
        double[][] cells = new double[up.length][across.length];
        for (int i = 0; i < first.length; i++) {
            double[] p = answers.probabilities()[i];
            cells[i / across.length][i % across.length] = p.length == 2 ? p[1] : Metrics.argmax(p);
        }
        Region region =
                new Region(answers.labels(), ends(inputs.shown(0, across)), ends(inputs.shown(1, up)), Grid.of(cells));
        Figure figure = Figures.decisionRegions(inputs.label(0), inputs.label(1), region, pointsByClass(), labels);
        return new Picture("regions", figure, messages.text("picture.regions"));
    }

    Picture confusion() {
        Table rows = outcome.fitted().study().validation();
        Predictions.Classes answers =
                (Predictions.Classes) outcome.fitted().network().predictions();
        int[][] all = Metrics.confusion(model().target().classIndices(rows), answers);
        int[] shown = mostFrequent(all);
        int[][] counts = Arrays.stream(shown)
                .mapToObj(a -> Arrays.stream(shown).map(p -> all[a][p]).toArray())
                .toArray(int[][]::new);
        List<String> classes =
                Arrays.stream(shown).mapToObj(k -> answers.labels().get(k)).toList();
        String caption = shown.length < all.length
                ? messages.text("picture.confusion.some", shown.length, all.length)
                : messages.text("picture.confusion");
        return new Picture(CONFUSION, Figures.confusionMatrix(classes, counts, labels), caption);
    }

    Picture predictedAgainstActual() {
        Table rows = outcome.fitted().study().validation();
        double[] predicted = answers(outcome.fitted().network().predictions());
        int[] some = some(rows.rows());
        double[] actual = model().target().numbers(rows);
        Figure figure = Figures.predictedAgainstActual(pick(actual, some), pick(predicted, some), labels);
        return new Picture("predictions", figure, messages.text("picture.predictions"));
    }

    private Model model() {
        return outcome.fitted().model();
    }

    private Table table() {
        return outcome.fitted().study().source();
    }

    /// Numbers as they are; of classes, the probability of the second.
    private static double[] answers(Predictions predictions) {
        return switch (predictions) {
            case Predictions.Numbers n -> n.values();
            case Predictions.Classes c ->
                Arrays.stream(c.probabilities()).mapToDouble(p -> p[1]).toArray();
        };
    }

    private Points points(String name, Table rows) {
        Table some = rows.select(some(rows.rows()));
        double[] y = model().target().task().isClassification()
                ? Arrays.stream(model().target().classIndices(some))
                        .asDoubleStream()
                        .toArray()
                : model().target().numbers(some);
        return Points.of(name, Inputs.of(model(), some).column(0), y);
    }

    private List<Points> pointsByClass() {
        Table some = table().select(some(table().rows()));
        Inputs inputs = Inputs.of(model(), some);
        int[] actual = model().target().classIndices(some);
        List<Points> points = new ArrayList<>();
        for (int k = 0; k < model().target().classes().size(); k++) {
            int wanted = k;
            int[] rows = IntStream.range(0, actual.length)
                    .filter(i -> actual[i] == wanted)
                    .toArray();
            points.add(Points.of(
                    model().target().classes().get(k), pick(inputs.column(0), rows), pick(inputs.column(1), rows)));
        }
        return points;
    }

    private Figure withTruth(Figure figure, DoubleUnaryOperator truth, double[] x) {
        Panel panel = figure.panels().getFirst();
        List<Series> series = new ArrayList<>(panel.series());
        series.add(Line.reference(
                messages.text("picture.truth"), x, Arrays.stream(x).map(truth).toArray()));
        Panel both = Panel.of(panel.title(), panel.xLabel(), panel.yLabel(), series);
        return Figure.of("", both).withPanelSize(figure.panelWidth(), figure.panelHeight());
    }

    /// Every class, or the most frequent ones of too many, in their order.
    private static int[] mostFrequent(int[][] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        Arrays.stream(counts[b]).sum(), Arrays.stream(counts[a]).sum()))
                .limit(MOST_CLASSES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /// Evenly spread rows, all if they are few.
    private static int[] some(int rows) {
        int count = Math.min(rows, MOST_POINTS);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * rows / count))
                .toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(r -> values[r]).toArray();
    }

    private static Range ends(double[] values) {
        return new Range(values[0], values[values.length - 1]);
    }

    /// Evenly from a little below the least to a little above the greatest.
    private static double[] steps(Range range, int count) {
        double margin = MARGIN * (range.hi() - range.lo());
        double from = range.lo() - margin;
        double step = (range.hi() - range.lo() + 2 * margin) / (count - 1);
        return IntStream.range(0, count).mapToDouble(i -> from + i * step).toArray();
    }
}
