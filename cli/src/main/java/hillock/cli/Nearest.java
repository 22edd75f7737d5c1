package hillock.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What a user who mistyped a name may have meant.
///
/// ```java
/// Nearest.of("sigmiod", List.of("relu", "sigmoid"));   // sigmoid
/// ```
final class Nearest {
    private Nearest() {}

    /// The name that the fewest edits lead to, or none when even that takes more than a third of its letters (at least
    /// one). An edit inserts, deletes or changes a letter, or swaps two neighbours.
    static Optional<String> of(String typed, Collection<String> names) {
        return names.stream()
                .filter(name -> edits(typed, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> edits(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// The Damerau-Levenshtein distance in its restricted form (no letter is edited twice).
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
