package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activations;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// Activations as labelled paragraphs, for a screen so many columns wide.
record CatalogueText(Messages messages, int width, boolean colour) {
    private static final int LABEL = 14;

    String of(Activation activation) {
        Advice advice = Advice.of(activation, messages.language());
        StringBuilder text = new StringBuilder();
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        text.append(ansi.string("@|bold,cyan " + activation.name() + "|@")).append('\n');
        row(text, "formula", activation.definition());
        row(text, "range", activation.facts().range() + usualSettings(activation));
        row(text, "derivative", activation.facts().derivativeRange() + usualSettings(activation));
        if (!activation.settings().isEmpty()) row(text, "settings", settings(activation));
        row(text, "use", advice.use());
        row(text, "avoid", advice.avoid());
        return text.toString();
    }

    private void row(StringBuilder text, String key, String value) {
        text.append(Paragraph.pad("  " + messages.text("activations." + key), LABEL))
                .append(Paragraph.wrap(value, width, " ".repeat(LABEL)))
                .append('\n');
    }

    private static String settings(Activation activation) {
        return activation.settings().stream()
                .map(s -> s.name() + " = " + s.value())
                .collect(Collectors.joining(", "));
    }

    /// Ranges are known for the settings that an activation comes with.
    private static String usualSettings(Activation activation) {
        Activation usual = Activations.named(activation.name());
        return usual.settings().equals(activation.settings()) ? "" : "  (" + settings(usual) + ")";
    }
}
