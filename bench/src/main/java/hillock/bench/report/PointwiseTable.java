package hillock.bench.report;

import hillock.bench.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ratios of one peer in pointwise work: a row for each form of a function, a column for each size.
final class PointwiseTable {
    /// A measured ratio, with the parts of its work's name, such as `gelu-1e5-forward-into`.
    private record Cell(String function, String size, String form, double ratio) {
        static Optional<Cell> of(String peer, Outcome outcome) {
            String[] parts = outcome.work().split("-", 3);
            return outcome.standings().stream()
                    .filter(s -> s.label().equals(peer) && s.isMeasured())
                    .map(s -> new Cell(parts[0], parts[1], parts[2], s.ratio().median()))
                    .findFirst();
        }

        String row() {
            return function + ", " + form.replace("-into", ", into");
        }

        boolean isInto() {
            return form.endsWith("-into");
        }
    }

    private PointwiseTable() {}

    static List<String> of(String peer, List<Outcome> outcomes) {
        List<Cell> cells =
                outcomes.stream().flatMap(o -> Cell.of(peer, o).stream()).toList();
        List<String> sizes = cells.stream().map(Cell::size).distinct().sorted().toList();
        List<String> lines = new ArrayList<>();
        lines.add("| " + peer + " / Hillock | " + String.join(" | ", sizes) + " |");
        lines.add("|---|" + "---|".repeat(sizes.size()));
        for (String row : cells.stream().map(Cell::row).distinct().toList()) {
            List<Cell> inRow = cells.stream().filter(c -> c.row().equals(row)).toList();
            lines.add("| " + row + " | "
                    + String.join(
                            " | ", sizes.stream().map(size -> text(inRow, size)).toList()) + " |");
        }
        lines.add("");
        summary("as a user writes it", cells.stream().filter(c -> !c.isInto()).toList(), lines);
        summary("into memory that is there", cells.stream().filter(Cell::isInto).toList(), lines);
        return lines;
    }

    private static String text(List<Cell> row, String size) {
        return row.stream()
                .filter(c -> c.size.equals(size))
                .map(c -> Times.digits(c.ratio))
                .findFirst()
                .orElse("–");
    }

    private static void summary(String what, List<Cell> cells, List<String> lines) {
        if (cells.isEmpty()) return;
        double[] ratios = cells.stream().mapToDouble(Cell::ratio).sorted().toArray();
        Cell least = cells.stream().min(Comparator.comparingDouble(Cell::ratio)).orElseThrow();
        lines.add(String.format(
                Locale.ROOT,
                "%s: median %s, least %s (%s, %s), %d of %d at least 1.",
                what,
                Times.digits(ratios[ratios.length / 2]),
                Times.digits(least.ratio),
                least.row(),
                least.size,
                Arrays.stream(ratios).filter(r -> r >= 1).count(),
                ratios.length));
        lines.add("");
    }
}
