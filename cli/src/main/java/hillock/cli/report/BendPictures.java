package hillock.cli.report;

import hillock.cli.Messages;
import hillock.data.Dataset;
import hillock.doctor.Bends;
import hillock.doctor.DoctorFigures;
import hillock.plot.Figure;
import hillock.plot.NetworkFigures;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Range;
import hillock.tabular.Model;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How the answers of a network of one or two inputs bent while it learnt: a panel for each moment.
///
/// @param rows as the network sees them
record BendPictures(Messages messages, Model model, Dataset rows) {
    private static final int POINTS = 300;

    Picture of(Bends bends) {
        List<Panel> panels = new ArrayList<>();
        boolean line = bends.low().size() == 1;
        List<String> moments = new DoctorFigures(messages.language().locale())
                .moments(bends.frames().stream().map(Bends.Frame::epoch).toList());
        for (int i = 0; i < moments.size(); i++) {
            Bends.Frame frame = bends.frames().get(i);
            String title = frame.count() > 1
                    ? messages.text("picture.bends.panel", moments.get(i), frame.count())
                    : moments.get(i);
            panels.add(line ? curve(bends, frame, title) : plane(bends, frame, title));
        }
        Figure figure = Figure.of(messages.text("picture.bends.title"), panels.toArray(Panel[]::new))
                .withPanelSize(350, line ? 280 : 350)
                .balanced();
        boolean bent = bends.frames().stream().anyMatch(f -> f.count() > 1);
        String caption = !bent ? "picture.bends.smooth" : line ? "picture.bends.line" : "picture.bends.plane";
        return new Picture(DoctorPictures.PREFIX + "bends", figure, messages.text(caption));
    }

    private String label(int input) {
        return model.preparation().features().get(input);
    }

    private Panel curve(Bends bends, Bends.Frame frame, String title) {
        double low = bends.low().getFirst();
        double high = bends.high().getFirst();
        double[] x = IntStream.range(0, bends.side())
                .mapToDouble(i -> low + (high - low) * i / (bends.side() - 1))
                .toArray();
        double[] y = frame.outputs().column(0);
        if (model.target().task() == Task.BINARY)
            y = Arrays.stream(y).map(BendPictures::sigmoid).toArray();
        Points points = points(-1);
        return NetworkFigures.bentCurve(title, label(0), model.target().name(), points, "", x, y, frame.regions());
    }

    private Panel plane(Bends bends, Bends.Frame frame, String title) {
        int side = bends.side();
        double[][] cells = new double[side][side];
        double[] values = values(bends, frame);
        for (int i = 0; i < values.length; i++) cells[i / side][i % side] = values[i];
        boolean classes = model.target().task().isClassification();
        List<String> names = classes ? model.target().classes() : List.of("", "");
        List<Points> points = classes
                ? IntStream.range(0, names.size()).mapToObj(this::points).toList()
                : List.of();
        return NetworkFigures.bentPlane(
                title, label(0), label(1), names, range(bends, 0), range(bends, 1), cells, frame.edges(), points);
    }

    private static Range range(Bends bends, int input) {
        return new Range(bends.low().get(input), bends.high().get(input));
    }

    /// The probability of the second of two classes, the number of the likeliest of more, a number's place between the
    /// least and the largest of all moments.
    private double[] values(Bends bends, Bends.Frame frame) {
        double[] first = frame.outputs().column(0);
        return switch (model.target().task()) {
            case BINARY -> Arrays.stream(first).map(BendPictures::sigmoid).toArray();
            case MULTICLASS ->
                IntStream.range(0, frame.outputs().rows())
                        .mapToDouble(r -> likeliest(frame, r))
                        .toArray();
            case REGRESSION -> {
                double least = bends.frames().stream()
                        .flatMapToDouble(f -> Arrays.stream(f.outputs().column(0)))
                        .min()
                        .orElse(0);
                double most = bends.frames().stream()
                        .flatMapToDouble(f -> Arrays.stream(f.outputs().column(0)))
                        .max()
                        .orElse(1);
                yield Arrays.stream(first)
                        .map(v -> (v - least) / Math.max(1e-30, most - least))
                        .toArray();
            }
        };
    }

    private static int likeliest(Bends.Frame frame, int row) {
        int best = 0;
        for (int k = 1; k < frame.outputs().columns(); k++)
            if (frame.outputs().at(row, k) > frame.outputs().at(row, best)) best = k;
        return best;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /// Some of the rows: with their targets, or of a class their places in the plane.
    ///
    /// @param k the class; -1 for all rows
    private Points points(int k) {
        double[] x = rows.x().toDoubles();
        double[] y = rows.y().toDoubles();
        int width = rows.x().shape().dim(1);
        int[] some = IntStream.range(0, rows.rows())
                .filter(r -> r % Math.max(1, rows.rows() / POINTS) == 0)
                .filter(r -> k < 0 || (int) y[r] == k)
                .toArray();
        return Points.of(
                k < 0 ? "" : model.target().classes().get(k),
                Arrays.stream(some).mapToDouble(r -> x[r * width]).toArray(),
                Arrays.stream(some)
                        .mapToDouble(r -> k < 0 ? y[r] : x[r * width + 1])
                        .toArray());
    }
}
