package hillock.nn;

import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Elsewhere.Library;
import hillock.nn.Traits.Kink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// What there is to say about an activation, in labelled lines, in English or Chinese: its
/// formula, what follows from it, its names elsewhere, and advice. The command `hillock
/// activations NAME` and the gallery show these lines.
///
/// ```java
/// for (Description.Line line : Description.of(Activations.GELU, Locale.CHINESE).lines()) IO.println(line.text());
/// ```
///
/// Texts that are missing are empty.
public final class Description {
    /// One of them.
    ///
    /// @param formula whether the text is a formula
    public record Line(String label, String text, boolean formula) {}

    /// Derivatives longer than this say little.
    private static final int LONGEST = 400;

    /// As many parts of a domain are named.
    private static final int PARTS = 4;

    /// As many kinks are named.
    private static final int KINKS = 6;

    /// Errors up to this are usual; the slope's is else stated in ulp of 1.
    private static final double USUAL = 4;

    /// Subnormal numbers are rounded, but to nobody's harm.
    private static final double NOTHING = 1e-6;

    private final Activation activation;
    private final Optional<Traits> traits;
    private final Texts texts;

    private Description(Activation activation, Optional<Traits> traits, Texts texts) {
        this.activation = activation;
        this.traits = traits;
        this.texts = texts;
    }

    /// That of an activation with its settings, in Chinese for a Chinese locale and in English for
    /// any other.
    public static Description of(Activation activation, Locale locale) {
        boolean chinese = isChinese(locale);
        boolean pointwise = activation.form() instanceof Pointwise;
        return new Description(
                activation,
                pointwise ? Optional.of(Traits.of(activation)) : Optional.empty(),
                new Texts(bundle(locale), chinese));
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /// The texts for a locale: Chinese ones for a Chinese, English ones for any other.
    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("hillock.nn.description", isChinese(locale) ? Locale.CHINESE : Locale.ROOT);
    }

    /// Where it has a value, `(-∞, 0) ∪ (0, ∞)`, of many parts those around 0; empty if everywhere.
    public String domain() {
        if (traits.isEmpty() || traits.get().isEverywhere()) return "";
        List<Interval> parts = traits.get().domain();
        List<Interval> near = parts.stream()
                .sorted(Comparator.comparingDouble(Interval::distance))
                .limit(PARTS)
                .sorted(Comparator.comparingDouble(Interval::low))
                .toList();
        String joined = near.stream().map(Interval::toString).collect(Collectors.joining(" ∪ "));
        return near.size() == parts.size() ? joined : "… ∪ " + joined + " ∪ …";
    }

    /// The values it takes, as an interval.
    public String range() {
        return traits.map(t -> t.range().toString()).orElse(activation.facts().range());
    }

    /// The values of its derivative, as an interval.
    public String slopes() {
        return traits.map(t -> t.slopes().toString()).orElse(activation.facts().derivativeRange());
    }

    /// When to use it.
    public String use() {
        return texts.advice(activation, "use", activation.facts().use());
    }

    /// When not.
    public String avoid() {
        return texts.advice(activation, "avoid", activation.facts().avoid());
    }

    /// What a name and defaults do not say.
    public String note() {
        String english = activation.facts().note();
        return english.isEmpty() ? "" : texts.advice(activation, "note", english);
    }

    /// Who described it.
    public String source() {
        return source(activation.facts().source(), texts.chinese ? Locale.CHINESE : Locale.ROOT);
    }

    static String source(String source, Locale locale) {
        return isChinese(locale) ? source.replace(" et al.", " 等") : source;
    }

    /// Its formula, as it is defined; words in it are Chinese for a Chinese locale.
    public String formula() {
        return activation.isTyped()
                ? activation.definition()
                : texts.advice(activation, "formula", activation.definition());
    }

    /// All there is to say. That its error is measured for this takes some hundredths of a second.
    public List<Line> lines() {
        Lines lines = new Lines(texts, new ArrayList<>());
        lines.formula("formula", formula());
        String derivative = activation.derivativeText();
        if (derivative.length() <= LONGEST) lines.formula("slope", derivative);
        lines.add("domain", domain().isEmpty() ? "" : texts.text("domain.partial", domain()));
        lines.add("range", range());
        lines.add("derivative", slopes());
        lines.add(
                "settings",
                activation.settings().stream().map(s -> setting(s, texts)).collect(Collectors.joining(", ")));
        traits.ifPresent(t -> shape(lines, t));
        lines.add("gain", Interval.number(activation.gain()));
        if (traits.isPresent()) lines.add("error", error(Exactness.of(activation)));
        lines.add("names", String.join(", ", Activations.aliases(activation)));
        for (Library library : Library.values()) {
            lines.line(library.title(), names(activation.facts().elsewhere(), library, texts), false);
        }
        lines.add("source", source());
        lines.add("note", note());
        lines.add("use", use());
        lines.add("avoid", avoid());
        return List.copyOf(lines.all);
    }

    private static String setting(Setting s, Texts texts) {
        return s.name() + " = " + Interval.number(s.value()) + (s.learned() ? " (" + texts.text("learned") + ")" : "");
    }

    private static String names(List<Elsewhere> elsewhere, Library library, Texts texts) {
        return elsewhere.stream()
                .filter(e -> e.library() == library)
                .map(e -> e.here().isEmpty() ? e.name() : texts.text("elsewhere", e.name(), e.here()))
                .collect(Collectors.joining("; "));
    }

    private String error(Exactness error) {
        if (error.value() < NOTHING && error.slope() < NOTHING) return texts.text("error.none");
        String slope = error.slope() <= USUAL
                ? texts.text("error.slope", shortNumber(error.slope()))
                : texts.text("error.slope.one", shortNumber(error.slopeOfOne()));
        return value(error) + "; " + slope;
    }

    /// The error of the values; of a large one also where it is, and how much a rounding counts there: the
    /// condition number |x f'(x) / f(x)|.
    private String value(Exactness error) {
        String most = texts.text("error.value", shortNumber(error.value()));
        if (error.value() <= USUAL) return most;
        double x = error.at();
        double condition = Math.abs(x * activation.derivative(x) / activation.evaluate(x));
        String cause = condition > USUAL ? "error.steep" : "error.several";
        return texts.text(cause, most, Interval.number(x), Long.toString(Math.round(condition)));
    }

    private static void shape(Lines lines, Traits traits) {
        Texts texts = lines.texts;
        List<String> shape = new ArrayList<>();
        shape.add(texts.text("trend." + traits.trend().name().toLowerCase(Locale.ROOT)));
        if (traits.symmetry() != Traits.Symmetry.NONE) {
            shape.add(texts.text("symmetry." + traits.symmetry().name().toLowerCase(Locale.ROOT)));
        }
        if (traits.kinks().isEmpty()) shape.add(texts.text("smooth"));
        lines.add("shape", String.join("; ", shape));
        String kinks =
                traits.kinks().stream().limit(KINKS).map(k -> kink(k, texts)).collect(Collectors.joining("; "));
        lines.add("kinks", traits.kinks().size() > KINKS ? kinks + "; …" : kinks);
        lines.add("flat", flat(traits, texts));
        lines.add("dead", texts.text(traits.dies() ? "dead.yes" : "dead.no"));
    }

    private static String kink(Kink k, Texts texts) {
        return texts.text(
                "kink",
                Interval.number(k.x()),
                Interval.number(k.slope()),
                Interval.number(k.left()),
                Interval.number(k.right()));
    }

    private static String flat(Traits traits, Texts texts) {
        if (Double.isInfinite(traits.lipschitz())) return texts.text("flat.unbounded");
        List<String> where = new ArrayList<>();
        if (Double.isFinite(traits.flatBelow()))
            where.add(texts.text("flat.below", Interval.number(traits.flatBelow())));
        if (Double.isFinite(traits.flatAbove()))
            where.add(texts.text("flat.above", Interval.number(traits.flatAbove())));
        String largest = Interval.number(traits.lipschitz());
        return where.isEmpty()
                ? texts.text("flat.nowhere", largest)
                : texts.text("flat.where", String.join(", ", where), largest);
    }

    /// One digit behind the point at most, rounded up: a bound.
    private static String shortNumber(double x) {
        return Interval.number(Math.ceil((x - NOTHING) * 10) / 10);
    }

    private record Lines(Texts texts, List<Line> all) {
        void formula(String key, String text) {
            line(texts.text(key), text, true);
        }

        void add(String key, String text) {
            line(texts.text(key), text, false);
        }

        void line(String label, String text, boolean formula) {
            if (!text.isEmpty()) all.add(new Line(label, text, formula));
        }
    }

    private record Texts(ResourceBundle bundle, boolean chinese) {
        String text(String key, Object... values) {
            return String.format(Locale.ROOT, bundle.getString(key), values);
        }

        String advice(Activation activation, String key, String english) {
            if (activation.isTyped()) return bundle.getString("typed." + key);
            String name = activation.name() + "." + key;
            return chinese && bundle.containsKey(name) ? bundle.getString(name) : english;
        }
    }
}
