package hillock.bench.report;

import hillock.bench.Outcome;
import hillock.bench.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Results for the eye, a line for each who took part.
public final class TextReport {
    /// What the columns mean.
    public static final String HEAD =
            "ratio: the other's time by Hillock's in the same round, median (quartiles; least–most); above 1, Hillock is faster";

    private static final double DISTURBED = 0.05;

    private TextReport() {}

    /// The lines of one work.
    public static List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        String name = outcome.work();
        for (Standing s : outcome.standings()) {
            lines.add(String.format(Locale.ROOT, "%-30s %-26s %s", name, s.label(), told(s))
                    .stripTrailing());
            name = "";
        }
        if (outcome.waited() > DISTURBED) lines.add(noise(outcome.waited()));
        return lines;
    }

    private static String told(Standing s) {
        if (!s.isMeasured()) return (s.isWrong() ? "NOT TIMED: " : "skipped: ") + s.trouble();
        String time = String.format(Locale.ROOT, "%9s  %-22s", Times.median(s), s.rate());
        return time + (s.ratio() == null ? "" : ratio(s)) + (s.note().isEmpty() ? "" : "  [" + s.note() + "]");
    }

    private static String noise(double waited) {
        return String.format(
                Locale.ROOT,
                "%30s disturbed: other programs had the processor for up to %.0f %% of a turn",
                "",
                100 * waited);
    }

    private static String ratio(Standing s) {
        String quartiles =
                Times.digits(s.ratio().lower()) + "–" + Times.digits(s.ratio().upper());
        String range =
                Times.digits(s.ratio().min()) + "–" + Times.digits(s.ratio().max());
        return "ratio " + Times.digits(s.ratio().median()) + " (" + quartiles + "; " + range + ")";
    }
}
