package hillock.cli;

import hillock.expr.Expr;
import hillock.expr.Latex;
import hillock.expr.Tidy;
import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Description;
import hillock.plot.DisplayWidth;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// Activations as a table, and one of them as labelled paragraphs, for a screen so many columns wide.
record CatalogueText(Messages messages, int width, boolean colour) {
    private static final int LABEL = 14;
    private static final int NAME = 15;
    private static final int RANGE = 16;
    private static final int SLOPES = 20;

    /// A line for each: name, range, range of the derivative, formula.
    String table(List<Activation> activations) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "@|bold",
                messages.text("activations.table.name"),
                messages.text("activations.table.range"),
                messages.text("activations.table.derivative"),
                messages.text("activations.table.formula"));
        for (Activation a : activations) {
            Description d = description(a);
            line(text, "@|cyan", a.name(), d.range(), d.slopes(), d.formula());
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
        StringBuilder text = new StringBuilder();
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        text.append(ansi.string("@|bold,cyan " + activation.name() + "|@")).append('\n');
        for (Description.Line line : description(activation).lines()) {
            text.append(Paragraph.pad("  " + line.label(), LABEL))
                    .append(Paragraph.wrap(line.text(), width, " ".repeat(LABEL)))
                    .append('\n');
        }
        return text.toString();
    }

    private Description description(Activation activation) {
        return Description.of(activation, messages.language().locale());
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
}
