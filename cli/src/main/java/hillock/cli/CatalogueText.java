package hillock.cli;

import hillock.expr.Expr;
import hillock.expr.Latex;
import hillock.expr.Tidy;
import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Activations;
import hillock.nn.Traits;
import hillock.plot.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// Activations as a table, and one of them as labelled paragraphs, for a screen so many columns wide.
record CatalogueText(Messages messages, int width, boolean colour) {
    private static final int LABEL = 14;
    private static final int NAME = 15;
    private static final int RANGE = 16;
    private static final int SLOPES = 20;

    /// Derivatives longer than this say little.
    private static final int LONGEST = 400;

    /// A line for each: name, range, range of the derivative, formula.
    String table(List<Activation> activations) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "@|bold",
                messages.text("activations.table.name"),
                messages.text("activations.range"),
                messages.text("activations.derivative"),
                messages.text("activations.formula"));
        for (Activation a : activations) {
            line(text, "@|cyan", a.name(), ActivationRanges.values(a), ActivationRanges.slopes(a), a.definition());
        }
        return text.toString();
    }

    private void line(StringBuilder text, String style, String name, String range, String slopes, String formula) {
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        int left = width - NAME - RANGE - SLOPES;
        text.append(ansi.string(style + " " + Paragraph.pad(name, NAME) + "|@"))
                .append(Paragraph.pad(range, RANGE))
                .append(Paragraph.pad(slopes, SLOPES))
                .append(cut(formula, left))
                .append('\n');
    }

    private static String cut(String text, int width) {
        if (DisplayWidth.of(text) <= width) return text;
        int end = text.length();
        while (end > 0 && DisplayWidth.of(text.substring(0, end)) > width - 1) end--;
        return text.substring(0, end) + "…";
    }

    /// Everything there is to say about one.
    String of(Activation activation) {
        Advice advice = Advice.of(activation, messages.language());
        StringBuilder text = new StringBuilder();
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        text.append(ansi.string("@|bold,cyan " + activation.name() + "|@")).append('\n');
        row(text, "formula", activation.definition());
        String derivative = activation.derivativeText();
        if (!derivative.isEmpty() && derivative.length() <= LONGEST) row(text, "slope", derivative);
        row(text, "range", ActivationRanges.values(activation));
        row(text, "derivative", ActivationRanges.slopes(activation));
        if (!activation.settings().isEmpty()) row(text, "settings", settings(activation));
        if (activation.form() instanceof Pointwise) traits(text, Traits.of(activation));
        row(text, "gain", number(activation.gain()));
        List<String> others = Activations.aliases(activation);
        if (!others.isEmpty()) row(text, "names", String.join(", ", others));
        if (!activation.facts().onnx().isEmpty())
            row(text, "onnx", activation.facts().onnx());
        if (!activation.facts().source().isEmpty())
            row(text, "source", activation.facts().source());
        if (!activation.facts().note().isEmpty())
            row(text, "note", activation.facts().note());
        row(text, "use", advice.use());
        row(text, "avoid", advice.avoid());
        return text.toString();
    }

    private void traits(StringBuilder text, Traits traits) {
        List<String> shape = new ArrayList<>();
        shape.add(messages.text("activations.trend." + traits.trend().name().toLowerCase(Locale.ROOT)));
        if (traits.symmetry() != Traits.Symmetry.NONE) {
            shape.add(messages.text(
                    "activations.symmetry." + traits.symmetry().name().toLowerCase(Locale.ROOT)));
        }
        if (traits.kinks().isEmpty()) shape.add(messages.text("activations.smooth"));
        row(text, "shape", String.join("; ", shape));
        if (!traits.kinks().isEmpty()) {
            String kinks = traits.kinks().stream()
                    .limit(6)
                    .map(k -> messages.text(
                            "activations.kink", number(k.x()), number(k.slope()), number(k.left()), number(k.right())))
                    .collect(Collectors.joining("; "));
            row(text, "kinks", traits.kinks().size() > 6 ? kinks + "; …" : kinks);
        }
        row(text, "flat", flat(traits));
        row(text, "dead", messages.text(traits.dies() ? "activations.dead.yes" : "activations.dead.no"));
    }

    private String flat(Traits traits) {
        List<String> where = new ArrayList<>();
        if (Double.isFinite(traits.flatBelow())) {
            where.add(messages.text("activations.flat.below", number(traits.flatBelow())));
        }
        if (Double.isFinite(traits.flatAbove())) {
            where.add(messages.text("activations.flat.above", number(traits.flatAbove())));
        }
        String largest = number(traits.lipschitz());
        return where.isEmpty()
                ? messages.text("activations.flat.nowhere", largest)
                : messages.text("activations.flat.where", String.join(", ", where), largest);
    }

    /// The formula and its derivative in LaTeX.
    String latex(Activation activation) {
        return switch (activation.form()) {
            case Pointwise _ -> {
                Expr formula = activation.readable();
                List<String> names =
                        activation.settings().stream().map(Setting::name).toList();
                yield "f(x) = " + Latex.of(formula, names) + "\n" + "f'(x) = "
                        + Latex.of(Tidy.rounded(Tidy.derivative(formula), 6), names) + "\n";
            }
            case Rowwise _ -> "";
        };
    }

    private void row(StringBuilder text, String key, String value) {
        text.append(Paragraph.pad("  " + messages.text("activations." + key), LABEL))
                .append(Paragraph.wrap(value, width, " ".repeat(LABEL)))
                .append('\n');
    }

    private static String number(double x) {
        return ActivationRanges.number(x);
    }

    private static String settings(Activation activation) {
        return activation.settings().stream()
                .map(s -> s.name() + " = " + s.value())
                .collect(Collectors.joining(", "));
    }
}
