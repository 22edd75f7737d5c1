package hillock.tabular;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Column names in messages.
final class Names {
    /// A list is cut where a sentence could no longer be read.
    private static final int MOST = 50;

    private Names() {}

    /// `" (did you mean "age"?)"` where a name is near, else the names that there are.
    static String suggestion(String wanted, Collection<String> names) {
        return nearest(wanted, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElseGet(() -> names.size() > 12 ? "" : "; there are " + quoted(names));
    }

    static String quoted(Collection<String> names) {
        String list = names.stream().limit(MOST).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return names.size() <= MOST ? list : list + " and " + (names.size() - MOST) + " more";
    }

    /// The name with the smallest edit distance (case counts nothing), if that is at most a third of its length.
    static Optional<String> nearest(String wanted, Collection<String> names) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance <= Math.max(1, name.length() / 3)) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The Levenshtein distance: the least number of insertions, deletions and substitutions.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
