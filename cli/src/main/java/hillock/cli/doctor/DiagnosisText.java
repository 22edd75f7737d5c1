package hillock.cli.doctor;

import hillock.cli.Messages;
import hillock.cli.Paragraph;
import hillock.cli.Terminal;
import hillock.cli.report.Words;
import hillock.doctor.Diagnosis;
import hillock.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a doctor found, for a terminal: the worst first.
///
/// ```java
/// new DiagnosisText(messages, terminal).lines(diagnosis).forEach(out::println);
/// ```
public record DiagnosisText(Messages messages, Terminal terminal) {
    /// A heading, then each finding with its measure, cause, mend and where it is explained.
    public List<String> lines(Diagnosis diagnosis) {
        Locale locale = messages.language().locale();
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(messages.text(diagnosis.findings().isEmpty() ? "doctor.none" : "doctor.found")));
        for (Finding f : diagnosis.findings()) {
            lines.add("  " + terminal.bold(wrapped(new Words(messages).finding(f), "  ")));
            for (String line : List.of(f.measured(locale), f.why(locale), messages.text("doctor.mend", f.mend(locale))))
                lines.add("    " + wrapped(line, "    "));
            // Not broken, to be copied.
            lines.add("    " + f.more(locale));
        }
        return lines;
    }

    private String wrapped(String text, String indent) {
        return Paragraph.wrap(text, terminal.width(), indent);
    }
}
