package hillock.cli.report;

import hillock.cli.Messages;
import hillock.doctor.RangeTest;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Rule;
import hillock.plot.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What a doctor saw, as pictures.
record DoctorPictures(Messages messages) {
    private String text(String key, Object... values) {
        return messages.text(key, values);
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

    private Points mark(String key, RangeTest test, double rate) {
        return Points.of(named(key, rate), new double[] {rate}, new double[] {test.lossAt(rate)});
    }

    private String named(String key, double rate) {
        return text(key, Numerals.significant(rate, 2));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
