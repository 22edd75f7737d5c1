package hillock.bench.report;

import hillock.bench.Outcome;
import hillock.bench.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        for (String peer : peers(pointwise)) lines.addAll(table(peer, pointwise));
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

    private static List<String> table(String peer, List<Outcome> pointwise) {
        List<String> lines = new ArrayList<>();
        Set<String> sizes = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        for (Outcome o : pointwise) {
            sizes.add(Name.of(o).size);
            rows.add(Name.of(o).row());
        }
        lines.add("| " + peer + " / Hillock | " + String.join(" | ", sizes) + " |");
        lines.add("|---|" + "---|".repeat(sizes.size()));
        for (String row : rows) {
            StringBuilder line = new StringBuilder("| " + row + " |");
            for (String size : sizes)
                line.append(' ').append(cell(peer, row, size, pointwise)).append(" |");
            lines.add(line.toString());
        }
        lines.add("");
        return lines;
    }

    private static String cell(String peer, String row, String size, List<Outcome> pointwise) {
        Optional<Standing> standing = pointwise.stream()
                .filter(o -> Name.of(o).row().equals(row) && Name.of(o).size.equals(size))
                .flatMap(o -> o.standings().stream())
                .filter(s -> s.label().equals(peer))
                .findFirst();
        return standing.filter(Standing::isMeasured)
                .map(s -> Times.digits(s.ratio().median()))
                .orElse("–");
    }

    /// `gelu-1e5-forward-into` in its parts.
    private record Name(String function, String size, String form) {
        static Name of(Outcome outcome) {
            String[] parts = outcome.work().split("-", 3);
            return new Name(parts[0], parts[1], parts[2]);
        }

        String row() {
            return function + ", " + form.replace("-into", ", into");
        }
    }
}
