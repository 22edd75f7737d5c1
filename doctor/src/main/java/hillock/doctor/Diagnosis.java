package hillock.doctor;

import hillock.nn.History;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a doctor found, the most severe and most basic first.
///
/// @param findings ranked; empty where all is well
/// @param history of the training
/// @param probes the looks into the network, the first before training, the last of the weights that were
///     kept
/// @param updates the steps that were measured
/// @param moments for [#bends]
/// @param rangeTest the trial of learning rates, if it was made
/// @param layers the number of the layer of each parameter, by its name in [hillock.nn.Parameters]; 0 before the
///     first weights
public record Diagnosis(
        List<Finding> findings,
        History history,
        List<Probe> probes,
        List<Update> updates,
        double learningRate,
        Optional<Bends.Moments> moments,
        Optional<RangeTest> rangeTest,
        Map<String, Integer> layers) {
    public Diagnosis {
        findings = List.copyOf(findings);
        probes = List.copyOf(probes);
        updates = List.copyOf(updates);
        layers = Map.copyOf(layers);
    }

    /// The same of a part of the findings.
    public Diagnosis with(List<Finding> some) {
        return new Diagnosis(some, history, probes, updates, learningRate, moments, rangeTest, layers);
    }

    /// How the answers bent, for networks of one or two inputs. Runs the network with earlier weights and puts
    /// back those that it has: not while it is used elsewhere.
    public Optional<Bends> bends() {
        return moments.map(Bends::of);
    }

    /// The most severe finding.
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).max(Severity::compareTo);
    }

    /// Whether nothing above a note was found.
    public boolean isHealthy() {
        return worst().map(s -> s == Severity.NOTE).orElse(true);
    }

    /// The findings as text, each with its measure, cause, mend and where it is explained; in Chinese for a Chinese
    /// locale,
    /// otherwise in English.
    public String text(Locale locale) {
        Texts texts = Texts.of(locale);
        if (findings.isEmpty()) return texts.text("healthy") + "\n";
        StringBuilder text = new StringBuilder();
        for (Finding f : findings) {
            text.append(texts.text("heading", f.id(), texts.text("severity." + f.severity()), f.where(locale)))
                    .append('\n');
            for (String line : List.of(f.measured(locale), f.why(locale), f.mend(locale), f.more(locale)))
                text.append("   ").append(line).append('\n');
        }
        return text.toString();
    }
}
