package hillock.nn;

import hillock.nn.Description.Line;
import hillock.nn.Elsewhere.Library;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to say about a row of the catalogues of losses, optimizers, schedules and
/// initialisers, which the commands `hillock losses` and so on show.
///
/// ```java
/// for (Entry e : Entry.all(Entry.Kind.LOSS)) IO.println(e.name() + " " + e.facts().definition());
/// ```
///
/// @param arguments what may be chosen
/// @param facts its formula, names elsewhere, source and advice; the other facts are an activation's
public record Entry(Kind kind, String name, List<Argument> arguments, Facts facts) {
    /// What there are catalogues of, beside activations.
    public enum Kind {
        LOSS("loss"),
        OPTIMIZER("optimizer"),
        SCHEDULE("schedule"),
        INITIALISER("initialiser");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As a message calls it.
        String word() {
            return word;
        }
    }

    public Entry {
        arguments = List.copyOf(arguments);
    }

    /// All rows of a catalogue, in order.
    public static List<Entry> all(Kind kind) {
        return switch (kind) {
            case LOSS -> joined(Losses.all().stream(), kind);
            case OPTIMIZER -> joined(Optimizer.all().stream().map(Entry::of), kind);
            case SCHEDULE -> Schedules.all();
            case INITIALISER -> Arrays.stream(Init.values()).map(Entry::of).toList();
        };
    }

    private static List<Entry> joined(Stream<Entry> rows, Kind kind) {
        return Stream.concat(rows, ProgramEntries.of(kind).stream()).toList();
    }

    /// Whether a text can name it, as in `fit --loss`; else it is for programs, and its note says how.
    public boolean isNameable() {
        return !ProgramEntries.has(kind, name);
    }

    /// The row of that name.
    ///
    /// @throws hillock.data.BadInput if there is none
    public static Entry named(Kind kind, String name) {
        return Row.named(
                        kind == Kind.INITIALISER ? Init.usual(name) : name,
                        all(kind).stream().map(e -> new Row<>(e, _ -> e)).toList())
                .entry();
    }

    /// The row that a text names, with the settings that it gives in place of the usual ones: `adam`,
    /// `adam(lr=0.01)` or `adam:lr=0.01`.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, or a setting is unknown or not allowed
    public static Entry parse(Kind kind, String text) {
        Entry row = named(kind, text.strip().split("[^\\w-]", 2)[0]);
        if (row.name().equals(text.strip())) return row;
        Call call = Call.parse(text);
        new Row<>(row, _ -> row).arguments(call);
        return new Entry(
                kind,
                row.name,
                row.arguments.stream()
                        .map(a -> call.settings().containsKey(a.name())
                                ? a.chosen(call.settings().get(a.name()))
                                : a)
                        .toList(),
                row.facts);
    }

    private static Entry of(Optimizer o) {
        List<Argument> arguments = o.settings().stream()
                .map(s -> new Argument(s.name(), s.value()))
                .toList();
        return new Entry(Kind.OPTIMIZER, o.name(), arguments, o.facts());
    }

    private static Entry of(Init init) {
        return new Entry(Kind.INITIALISER, init.label(), List.of(), init.facts());
    }

    /// Its formula; words in it are Chinese for a Chinese locale.
    public String formula(Locale locale) {
        return text(locale, "formula", facts.definition());
    }

    /// Who described it.
    public String source(Locale locale) {
        return Description.source(facts.source(), locale);
    }

    /// What a setting is if nothing is said.
    public String shown(Argument argument, Locale locale) {
        String key = "usual." + argument.said().replace(' ', '_');
        ResourceBundle bundle = Description.bundle(locale);
        return bundle.containsKey(key) ? bundle.getString(key) : argument.shown();
    }

    /// When to use it, in Chinese for a Chinese locale and in English for any other.
    public String use(Locale locale) {
        return text(locale, "use", facts.use());
    }

    /// When not; empty where there is nothing to warn of.
    public String avoid(Locale locale) {
        return text(locale, "avoid", facts.avoid());
    }

    /// What a name and defaults do not say; may be empty.
    public String note(Locale locale) {
        return text(locale, "note", facts.note());
    }

    private String text(Locale locale, String key, String english) {
        ResourceBundle bundle = Description.bundle(locale);
        String full = kind.word + "." + name + "." + key;
        return english.isEmpty() || !bundle.containsKey(full) ? english : bundle.getString(full);
    }

    /// All there is to say, in labelled lines.
    public List<Line> lines(Locale locale) {
        ResourceBundle bundle = Description.bundle(locale);
        List<Line> lines = new ArrayList<>();
        add(lines, bundle.getString("formula"), formula(locale), true);
        String settings =
                arguments.stream().map(a -> a.name() + " = " + shown(a, locale)).collect(Collectors.joining(", "));
        add(lines, bundle.getString("settings"), settings, false);
        for (Library library : Library.values()) {
            String names = facts.elsewhere().stream()
                    .filter(e -> e.library() == library)
                    .map(e -> e.here().isEmpty()
                            ? e.name()
                            : String.format(Locale.ROOT, bundle.getString("elsewhere"), e.name(), e.here()))
                    .collect(Collectors.joining("; "));
            add(lines, library.title(), names, false);
        }
        add(lines, bundle.getString("source"), source(locale), false);
        add(lines, bundle.getString("note"), note(locale), false);
        add(lines, bundle.getString("use"), use(locale), false);
        add(lines, bundle.getString("avoid"), avoid(locale), false);
        return List.copyOf(lines);
    }

    private static void add(List<Line> lines, String label, String text, boolean formula) {
        if (!text.isEmpty()) lines.add(new Line(label, text, formula));
    }
}
