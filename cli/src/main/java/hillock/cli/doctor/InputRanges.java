package hillock.cli.doctor;

import hillock.nn.Interval;
import hillock.tabular.Coding;
import hillock.tabular.Preparation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The numbers that the features of a prepared table can be: a category's are 0 or 1, a pixel's follow from its 256
/// values, sines and cosines of dates keep within 1, a number is taken to keep within six standard deviations of its
/// mean.
final class InputRanges {
    /// Beyond lies one normal value in half a billion.
    static final double DEVIATIONS = 6;

    private static final double BRIGHTEST = 255;

    private InputRanges() {}

    static List<Interval> of(Preparation preparation) {
        List<Interval> all = new ArrayList<>();
        for (Coding coding : preparation.codings()) {
            switch (coding) {
                case Coding.Numeric n -> {
                    all.add(n.deviation() == 0 ? closed(0, 0) : closed(-DEVIATIONS, DEVIATIONS));
                    if (n.indicator()) all.add(closed(0, 1));
                }
                case Coding.Dates d -> {
                    all.add(d.deviation() == 0 ? closed(0, 0) : closed(-DEVIATIONS, DEVIATIONS));
                    all.addAll(Collections.nCopies(d.width() - 1, closed(-1, 1)));
                }
                case Coding.Categorical c -> all.addAll(Collections.nCopies(c.width(), closed(0, 1)));
                case Coding.Means m -> all.addAll(ranges(m));
                case Coding.Pixels p -> all.addAll(Collections.nCopies(p.count(), pixel(p)));
            }
        }
        return all;
    }

    /// From the least to the greatest that a level or an unknown one has.
    private static List<Interval> ranges(Coding.Means m) {
        List<Interval> all = new ArrayList<>();
        int width = m.width();
        for (int j = 0; j < width; j++) {
            double low = m.unknown().get(j);
            double high = low;
            for (int i = j; i < m.codes().size(); i += width) {
                low = Math.min(low, m.codes().get(i));
                high = Math.max(high, m.codes().get(i));
            }
            all.add(closed(low, high));
        }
        return all;
    }

    private static Interval pixel(Coding.Pixels p) {
        return p.deviation() == 0
                ? closed(0, 0)
                : closed(-p.mean() / p.deviation(), (BRIGHTEST - p.mean()) / p.deviation());
    }

    private static Interval closed(double low, double high) {
        return new Interval(low, true, high, true);
    }
}
