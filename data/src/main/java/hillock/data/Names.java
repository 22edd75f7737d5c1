package hillock.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Which known name did the user mean? The one home of "did you mean" for files, columns, activations and examples.
///
/// ```java
/// Names.nearest("Sepal-Lenght", List.of("sepal_length", "species"));   // Optional[sepal_length]
/// ```
public final class Names {
    private Names() {}

    /// The known name that lies nearest to `name`, if one is near enough to be a slip of the keyboard: at most a
    /// third of the letters inserted, deleted, replaced or swapped with a neighbour, upper and lower case and `_`,
    /// `-` and blank being the same; or, from three letters on, one begins with the other. Of several the nearest,
    /// then the first.
    ///
    /// The distance is that of Damerau and Levenshtein in its restricted form (no swapped pair is edited again).
    public static Optional<String> nearest(String name, Collection<String> known) {
        String wanted = plain(name);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            String other = plain(candidate);
            int distance = distance(wanted, other);
            boolean begins = Math.min(wanted.length(), other.length()) >= 3
                    && (wanted.startsWith(other) || other.startsWith(wanted));
            boolean near = begins || distance <= Math.max(1, Math.max(wanted.length(), other.length()) / 3);
            // "x" is no slip for "y": a single letter must at least agree in something.
            boolean nothingShared = distance >= Math.max(wanted.length(), other.length());
            if (near && (distance == 0 || !nothingShared) && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Whether two names differ at most in upper and lower case and in `_`, `-` and blank.
    static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    /// A name for a message: in double quotes, on one line, and cut short where it is a whole text.
    public static String quote(String name) {
        String line = name.replaceAll("\\R", " ");
        return "\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"";
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[b.length()];
    }
}
