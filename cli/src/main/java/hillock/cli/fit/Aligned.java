package hillock.cli.fit;

import hillock.plot.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/// Rows of cells set in columns for a terminal, where Chinese characters take two places.
///
/// ```java
/// new Aligned(true).row("", "rmse").row("network", "0.5").text();
/// ```
final class Aligned {
    private static final String GAP = "  ";
    private final boolean numbers;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param numbers whether all columns but the first are set to the right
    Aligned(boolean numbers) {
        this.numbers = numbers;
    }

    Aligned row(String... cells) {
        return row(List.of(cells));
    }

    Aligned row(List<String> cells) {
        rows.add(cells);
        return this;
    }

    /// The lines, each indented by two.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(width(i) - DisplayWidth.of(row.get(i)));
                line.append(GAP).append(numbers && i > 0 ? blanks + row.get(i) : row.get(i) + blanks);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .filter(r -> r.size() > column)
                .mapToInt(r -> DisplayWidth.of(r.get(column)))
                .max()
                .orElse(0);
    }
}
