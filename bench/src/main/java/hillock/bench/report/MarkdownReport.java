package hillock.bench.report;

import hillock.bench.Outcome;
import hillock.bench.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Results as tables for `docs/benchmarks.md`: a row for each ratio, but for pointwise work a row for each form of a
/// function, with the sizes side by side.
public final class MarkdownReport {
    private MarkdownReport() {}

    /// The tables.
    public static List<String> lines(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        List<Outcome> single =
                outcomes.stream().filter(o -> !o.group().equals("pointwise")).toList();
        List<Outcome> pointwise =
                outcomes.stream().filter(o -> o.group().equals("pointwise")).toList();
        if (!single.isEmpty()) {
            lines.add("| work | Hillock | peer | its time | ratio (quartiles) |");
            lines.add("|---|---|---|---|---|");
            for (Outcome outcome : single) rows(outcome).forEach(lines::add);
            lines.add("");
        }
        for (String peer : peers(pointwise)) lines.addAll(PointwiseTable.of(peer, pointwise));
        return lines;
    }

    private static List<String> rows(Outcome outcome) {
        List<String> rows = new ArrayList<>();
        Standing first = outcome.standings().getFirst();
        String start = "| `" + outcome.work() + "` | " + (first.isMeasured() ? time(first) : first.trouble()) + " | ";
        if (outcome.standings().size() == 1) rows.add(start + "| | |");
        for (Standing s : outcome.standings().subList(1, outcome.standings().size())) {
            String note = s.note().isEmpty() ? "" : " (" + s.note() + ")";
            rows.add(start + s.label() + note + " | "
                    + (s.isMeasured() ? time(s) + " | " + Times.ratio(s.ratio()) : s.trouble() + " |") + " |");
        }
        return rows;
    }

    private static String time(Standing s) {
        return Stream.of(Times.median(s), s.rate())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Set<String> peers(List<Outcome> pointwise) {
        Set<String> peers = new LinkedHashSet<>();
        for (Outcome o : pointwise) {
            for (Standing s : o.standings().subList(1, o.standings().size())) peers.add(s.label());
        }
        return peers;
    }
}
