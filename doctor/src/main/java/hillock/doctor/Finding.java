package hillock.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that was found.
///
/// @param cause what is probably wrong
/// @param place where
/// @param measure the number that tells; the text of [#measured] says of what
/// @param low the healthy range begins here
/// @param high the healthy range ends here; may be infinite
/// @param details numbers and names for the sentences
public record Finding(
        Cause cause, Severity severity, Place place, double measure, double low, double high, List<Object> details) {
    public Finding {
        details = List.copyOf(details);
    }

    /// A finding with what its sentences mention.
    static Finding of(
            Cause cause, Severity severity, Place place, double measure, double low, double high, Object... details) {
        return new Finding(cause, severity, place, measure, low, high, List.of(details));
    }

    Finding with(Severity other) {
        return new Finding(cause, other, place, measure, low, high, details);
    }

    /// The detector: `D1` to `D13`.
    public String id() {
        return cause.detector();
    }

    /// Where, in words: `layer 2, units 3, 7`.
    public String where(Locale locale) {
        return place.text(locale);
    }

    /// What was measured, with its healthy range: `share of dead units 0.41 (healthy: 0 to 0.25)`.
    public String measured(Locale locale) {
        Texts texts = Texts.of(locale);
        String range = Double.isInfinite(high) ? texts.text("range.from", low) : texts.text("range.between", low, high);
        return texts.text("measured", texts.text(cause + ".measure"), measure, range);
    }

    /// The likely cause, in a sentence.
    public String why(Locale locale) {
        Texts texts = Texts.of(locale);
        String why = texts.text(cause + ".cause", details.toArray());
        return worst().map(layer -> texts.text("worst", layer, why)).orElse(why);
    }

    /// Of several layers the one that the measure and the sentences are about.
    private Optional<Integer> worst() {
        if (!(place instanceof Place.Layers(List<Place.Layers.Part> parts))) return Optional.empty();
        return parts.stream()
                .filter(p -> p.measure() == measure)
                .map(p -> p.layer().number())
                .findFirst();
    }

    /// Findings of several layers as one: that of the worst, with what was found in each.
    ///
    /// @param same of one cause and severity, each of one layer
    static Finding together(List<Finding> same) {
        Finding worst =
                same.stream().max(Comparator.comparing(Finding::distance)).orElseThrow();
        Place place = new Place.Layers(same.stream()
                .map(f -> new Place.Layers.Part((Place.Layer) f.place, f.measure))
                .sorted(Comparator.comparing(p -> p.layer().number()))
                .toList());
        return new Finding(worst.cause, worst.severity, place, worst.measure, worst.low, worst.high, worst.details);
    }

    /// How far beyond the healthy range.
    private double distance() {
        return Math.max(low - measure, measure - high);
    }

    /// What helps, in a sentence.
    public String mend(Locale locale) {
        return Texts.of(locale).text(cause + ".mend", details.toArray());
    }

    /// The mends that may help, the likeliest first.
    List<Mend> mends() {
        return Stream.concat(
                        details.stream().filter(Mend.class::isInstance).map(Mend.class::cast),
                        Mend.against(cause).stream())
                .toList();
    }

    /// Where it is explained: a file of this project and the heading in it,
    /// `docs/guide/README.md#13-a-sick-network-dying-units`.
    public String guide(Locale locale) {
        return Texts.of(locale).text("guide." + id());
    }

    /// That as a line of text: `More: docs/doctor.md#d4-steps`.
    public String more(Locale locale) {
        return Texts.of(locale).text("more", guide(locale));
    }
}
