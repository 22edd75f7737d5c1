package hillock.tabular;

import hillock.data.Names;
import java.util.Collection;
import java.util.stream.Collectors;

/// Column names in messages.
final class Wording {
    /// A list is cut where a sentence could no longer be read.
    private static final int MOST = 50;

    private Wording() {}

    /// `" (did you mean "age"?)"` where a name is near, else the names that there are.
    static String suggestion(String wanted, Collection<String> names) {
        return Names.nearest(wanted, names)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElseGet(() -> names.size() > 12 ? "" : "; there are " + quoted(names));
    }

    static String quoted(Collection<String> names) {
        String list = names.stream().limit(MOST).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return names.size() <= MOST ? list : list + " and " + (names.size() - MOST) + " more";
    }
}
