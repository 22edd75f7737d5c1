package hillock.plot;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Figures of data that break careless plotters.
final class OddData {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private OddData() {}

    static Stream<Figure> figures() {
        return Stream.of(
                line("gaps", new double[] {0, 1, 2, 3, 4}, new double[] {1, NAN, 3, INF, -INF}),
                line("all missing", new double[] {NAN, 1}, new double[] {1, NAN}),
                line("constant", new double[] {0, 1, 2}, new double[] {5, 5, 5}),
                line("zero", new double[] {0, 0}, new double[] {0, 0}),
                line("one", new double[] {3}, new double[] {7}),
                line("empty", new double[0], new double[0]),
                line("huge", new double[] {-1e30, 1e30}, new double[] {1e30, -1e30}),
                line("widest", new double[] {0, 1}, new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}),
                line("far", new double[] {0, 1}, new double[] {1e305, 1e306}),
                line("tiny", new double[] {0, 1e-30}, new double[] {-1e-30, 1e-30}),
                line("least", new double[] {0, Double.MIN_VALUE}, new double[] {Double.MIN_VALUE, 0}),
                line("last bits", new double[] {0, 1}, new double[] {1e15, Math.nextUp(1e15)}),
                log(1, 0, -1, 1e-300, 1e300),
                log(0, 0),
                log(0.3, 0.4),
                log(2, 2),
                Figure.of("", Panel.of("points", "", "", Points.of("", new double[] {NAN, 1}, new double[] {1, 1}))),
                Figure.of(
                        "", Panel.of("out of sight", "", "", narrow().series()).withXRange(10, 11)),
                Figure.of("", narrow().withYRange(-1e-9, 1e-9)),
                Figure.of("", Panel.of("no series", "", "")),
                Figure.of("", Panel.of("no bars", "", "", Bars.of("", List.of(), new double[0]))),
                Figure.of("", Panel.of("bars", "", "", Bars.of("", List.of("a", "b", "c"), new double[] {-1, NAN, INF
                }))),
                Figure.of("", Panel.of("no cells", "", "", HeatMap.of(List.of(), List.of(), new double[0][0]))),
                Figure.of("", Panel.of("cells", "", "", HeatMap.of(List.of("a"), List.of("b"), new double[][] {{NAN}
                }))),
                Figure.of("", Panel.of("band", "", "", band(true))),
                Figure.of("", Panel.of("whiskers", "", "", band(false))),
                Figure.of("", Panel.of("log band", "", "", band(true)).withLogY(true)),
                Figures.histogram("nothing", new double[0], 5, Labels.ENGLISH),
                Figures.lossCurves(new double[] {NAN}, new double[0], 1, Labels.ENGLISH),
                Figures.predictedAgainstActual(new double[] {1}, new double[] {1}, Labels.ENGLISH));
    }

    private static Figure line(String title, double[] x, double[] y) {
        return Figure.of("", Panel.of(title, "x", "y", Line.of("a", x, y)));
    }

    private static Figure log(double... y) {
        Line line = new Line("a", Values.counting(0, y.length), Values.of(y));
        return Figure.of("", Panel.of("log", "x", "y", line).withLogY(true));
    }

    private static Band band(boolean shaded) {
        double[] x = {0, 1, 2, NAN, 4, 5, 5};
        double[] low = {1, -INF, 0, 1, 1e-30, 1e30, 2};
        double[] high = {2, 1, 0, 1, NAN, 1e30, 1};
        return new Band("b", Values.of(x), Values.of(low), Values.of(high), shaded);
    }

    private static Panel narrow() {
        return Panel.of("narrow", "", "", Line.of("", new double[] {0, 1}, new double[] {-1e30, 1e30}));
    }

    /// A line and a scatter of a million points each.
    static Figure million() {
        Random random = new Random(7);
        double[] noise = random.doubles(1_000_000).toArray();
        double[] more = random.doubles(1_000_000).toArray();
        Line line = new Line("", Values.counting(0, noise.length), Values.of(noise));
        return Figure.of("", Panel.of("", "", "", line), Panel.of("", "", "", Points.of("", noise, more)));
    }
}
