package hillock.cli.report;

import hillock.cli.Messages;
import hillock.plot.Band;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.tabular.Reliability;
import hillock.tabular.Reliability.Bin;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A reliability diagram: what probabilities say against how often it came true, with the diagonal
/// on which the honest ones lie.
record ReliabilityPicture(Messages messages, List<String> classes) {
    Picture of(Reliability reliability) {
        double[] said = of(reliability, Bin::said);
        double[] ends = {0, 1};
        String across = classes.size() == 2
                ? messages.text("picture.probability", classes.get(1))
                : messages.text("picture.reliability.given");
        Panel panel = Panel.of(
                        messages.text("picture.reliability.title"),
                        across,
                        messages.text("picture.reliability.share"),
                        Line.reference(messages.text("picture.reliability.exact"), ends, ends),
                        Points.of(messages.text("picture.reliability.bin"), said, of(reliability, Bin::share)),
                        Band.whiskers("", said, of(reliability, Bin::low), of(reliability, Bin::high)))
                .withXRange(-0.03, 1.03)
                .withYRange(-0.03, 1.03)
                .withLegend(true);
        Figure figure = Figure.of("", panel).withPanelSize(480, 440);
        return new Picture("reliability", figure, messages.text("picture.reliability"));
    }

    private static double[] of(Reliability reliability, ToDoubleFunction<Bin> number) {
        return reliability.bins().stream().mapToDouble(number).toArray();
    }
}
