package hillock.guide;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Activations;
import hillock.nn.Interval;
import hillock.nn.Traits;
import hillock.plot.Figures;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// All activations on one page, made from the rows of the catalogue: `activations.md` and `activations.html`, and a
/// picture of f, f' and f'' of each pointwise one in the folder `activations` beside them.
///
/// From the command line: `java -cp … hillock.guide.Gallery docs`.
public final class Gallery {
    private static final int POINTS = 241;
    private static final double END = 6;
    private static final int PANEL_WIDTH = 300;
    private static final int PANEL_HEIGHT = 240;

    private Gallery() {}

    /// Writes the pages into the folder that the first argument names.
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            IO.println("Name the folder of the documentation: docs");
            return;
        }
        Path folder = Path.of(args[0]);
        write(folder);
        IO.println("Wrote the gallery into " + folder.toAbsolutePath());
    }

    /// Writes both pages and all pictures.
    public static void write(Path folder) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("activations"));
        Files.writeString(folder.resolve("activations.md"), markdown());
        Files.writeString(folder.resolve("activations.html"), html());
        for (Activation a : pointwise()) {
            Files.writeString(pictures.resolve(a.name() + ".svg"), picture(a).svg());
        }
    }

    static List<Activation> pointwise() {
        return Activations.all().stream()
                .filter(a -> a.form() instanceof Pointwise)
                .toList();
    }

    /// f, f' and f'' side by side, the derivatives by autograd.
    static Picture picture(Activation a) {
        Tensor x = Tensor.linspace(-END, END, POINTS).requiresGradient();
        Tensor y = a.apply(x);
        Tensor slope = y.sum().differentiableGradients().of(x);
        Tensor bend = slope.sum().gradients().of(x);
        return new Picture(
                a.name(),
                Figures.sideBySide(
                                List.of(a.name(), "derivative", "second derivative"),
                                List.of(a.name()),
                                x.toDoubles(),
                                List.of(List.of(y.toDoubles()), List.of(slope.toDoubles()), List.of(bend.toDoubles())))
                        .withColumns(3)
                        .withPanelSize(PANEL_WIDTH, PANEL_HEIGHT));
    }

    /// A fact with its label.
    private record Fact(String label, String text) {}

    private static List<Fact> facts(Activation a) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("formula", a.definition()));
        if (!a.settings().isEmpty()) {
            facts.add(new Fact(
                    "settings", a.settings().stream().map(Gallery::setting).collect(Collectors.joining(", "))));
        }
        if (a.form() instanceof Pointwise) {
            Traits traits = Traits.of(a);
            facts.add(new Fact("derivative", a.derivativeText()));
            facts.add(new Fact("range", traits.range() + ", slopes " + traits.slopes()));
            facts.add(new Fact("shape", shape(traits)));
            facts.add(new Fact("flat", flat(traits)));
        } else {
            facts.add(new Fact(
                    "range", a.facts().range() + ", slopes " + a.facts().derivativeRange()));
        }
        facts.add(new Fact("gain", number(a.gain())));
        List<String> others = Activations.aliases(a);
        if (!others.isEmpty()) facts.add(new Fact("also called", String.join(", ", others)));
        if (!a.facts().onnx().isEmpty()) facts.add(new Fact("ONNX", a.facts().onnx()));
        if (!a.facts().source().isEmpty())
            facts.add(new Fact("source", a.facts().source()));
        if (!a.facts().note().isEmpty()) facts.add(new Fact("note", a.facts().note()));
        facts.add(new Fact("use for", a.facts().use()));
        facts.add(new Fact("not for", a.facts().avoid()));
        return facts;
    }

    private static String setting(Setting s) {
        return s.name() + " = " + number(s.value()) + (s.learned() ? " (learned)" : "");
    }

    private static String shape(Traits t) {
        List<String> words = new ArrayList<>();
        words.add(
                switch (t.trend()) {
                    case RISING -> "never falls";
                    case FALLING -> "never rises";
                    case MIXED -> "rises and falls";
                    case CONSTANT -> "constant";
                });
        if (t.symmetry() != Traits.Symmetry.NONE) {
            words.add(t.symmetry().name().toLowerCase(Locale.ROOT));
        }
        words.add(
                t.kinks().isEmpty()
                        ? "no kinks"
                        : t.kinks().stream()
                                .map(k -> "slope " + number(k.slope()) + " at the kink " + number(k.x()))
                                .collect(Collectors.joining(", ")));
        if (t.dies()) words.add("units can die");
        return String.join("; ", words);
    }

    /// Slopes below a hundredth of the largest.
    private static String flat(Traits t) {
        List<String> where = new ArrayList<>();
        if (Double.isFinite(t.flatBelow())) where.add("below " + number(t.flatBelow()));
        if (Double.isFinite(t.flatAbove())) where.add("above " + number(t.flatAbove()));
        return where.isEmpty() ? "nowhere" : String.join(", ", where);
    }

    private static String number(double x) {
        String text = new Interval(x, true, x, true).toString();
        return text.substring(1, text.indexOf(','));
    }

    private static String markdown() {
        StringBuilder page = new StringBuilder("""
                # All activations

                Made from the rows of `hillock.nn.Activations` by `hillock.guide.Gallery`: what is said of a function is
                computed from its formula. *Flat* is where slopes are below a hundredth of the largest one; *gain* is the
                factor for initial weights. In a terminal: `./hillock activations gelu`; with your own formula:
                `./hillock activations "x * sigmoid(1.7 * x)"`. The same as a web page: [activations.html](activations.html).

                Values and slopes are held against results of 120 digits: values within 4 units in the last place of a
                float, but for gelu_tanh (the rounding of its polynomial counts as often as the sigmoid behind it is steep)
                and for what is smaller than 1e-36; slopes within 1e-6 of 1, since they are computed from the value.

                """);
        page.append(Activations.all().stream()
                        .map(a -> "[" + a.name() + "](#" + a.name() + ")")
                        .collect(Collectors.joining(" · ")))
                .append("\n");
        for (Activation a : Activations.all()) {
            page.append("\n## ").append(a.name()).append("\n\n");
            if (a.form() instanceof Pointwise) {
                page.append("![")
                        .append(a.name())
                        .append("](activations/")
                        .append(a.name())
                        .append(".svg)\n\n");
            }
            TextTable table = new TextTable("", "");
            for (Fact fact : facts(a)) table.row(fact.label, code(fact));
            page.append(table);
        }
        return page.toString();
    }

    private static String code(Fact fact) {
        boolean isFormula = fact.label.equals("formula") || fact.label.equals("derivative");
        return (isFormula ? "`" + fact.text + "`" : fact.text).replace("|", "\\|");
    }

    private static String html() {
        StringBuilder page = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Hillock: all activations</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
                  color: #1d2530; background: #fff }
                h1 { margin-bottom: .2em } nav { margin: 1em 0 2em; line-height: 2 }
                nav a { background: #eef2f7; border-radius: 4px; padding: .15em .5em; text-decoration: none;
                  color: #1a4f8b; white-space: nowrap }
                section { border-top: 1px solid #d8dee6; padding: 1em 0 1.5em; break-inside: avoid }
                img { max-width: 100%; height: auto; display: block }
                h2 { margin: .2em 0; font-family: ui-monospace, monospace }
                dl { display: grid; grid-template-columns: 7em 1fr; gap: .15em .8em; margin: .6em 0 }
                dt { color: #5b6673 } dd { margin: 0; overflow-wrap: anywhere }
                code { font-family: ui-monospace, monospace; font-size: .92em }
                @media (max-width: 32rem) { dl { grid-template-columns: 1fr } dt { margin-top: .4em } }
                </style>
                <h1>All activations</h1>
                <p>Each with its derivative and second derivative, drawn by autograd; what is said of it follows from its
                formula. <em>Flat</em> is where slopes are below a hundredth of the largest one; <em>gain</em> is the factor
                for initial weights.</p>
                <nav>
                """);
        for (Activation a : Activations.all()) {
            page.append("<a href=\"#")
                    .append(a.name())
                    .append("\">")
                    .append(a.name())
                    .append("</a>\n");
        }
        page.append("</nav>\n");
        for (Activation a : Activations.all()) {
            page.append("<section id=\"")
                    .append(a.name())
                    .append("\">\n<h2>")
                    .append(a.name())
                    .append("</h2>\n");
            if (a.form() instanceof Pointwise) {
                page.append("<img loading=\"lazy\" alt=\"")
                        .append(a.name())
                        .append(", its derivative and second derivative\" src=\"activations/")
                        .append(a.name())
                        .append(".svg\">\n");
            }
            page.append("<dl>\n");
            for (Fact fact : facts(a)) {
                boolean isFormula = fact.label.equals("formula") || fact.label.equals("derivative");
                String text = escaped(fact.text);
                page.append("<dt>").append(fact.label).append("</dt><dd>");
                page.append(isFormula ? "<code>" + text + "</code>" : text).append("</dd>\n");
            }
            page.append("</dl>\n</section>\n");
        }
        return page.append("</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
