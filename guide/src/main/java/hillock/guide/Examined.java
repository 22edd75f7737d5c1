package hillock.guide;

import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.doctor.Severity;
import hillock.doctor.WhatIf;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/// A network that was made sick on purpose: what the doctor says of it, and what mends do from three seeds.
///
/// @param diagnosis from seed 1
/// @param tried the mends that the doctor proposes
/// @param own mends of the page itself
public record Examined(Diagnosis diagnosis, WhatIf tried, List<Own> own) {
    static final long SEED = 1;

    /// A mend of a page itself.
    ///
    /// @param scores the share explained from each seed
    /// @param course of the training from seed 1
    public record Own(String english, String chinese, List<Double> scores, History course) {
        String name(Language language) {
            return language.of(english, chinese);
        }
    }

    /// Trains, examines, and tries what the doctor proposes.
    ///
    /// @param training for a seed: a new network, ready to be trained
    static Examined of(LongFunction<Event.Prepared> training) {
        Event.Prepared ready = training.apply(SEED);
        Diagnosis diagnosis =
                Doctor.watch(ready.trainer()).train(ready.module(), ready.data(), ready.rng(), event -> {});
        WhatIf tried = WhatIf.of(training, SEED, diagnosis, event -> {}, () -> false);
        return new Examined(diagnosis, tried, List.of());
    }

    /// The same with one more mend of the page's own.
    Examined with(String english, String chinese, LongFunction<Event.Prepared> training) {
        List<Double> scores = WhatIf.scores(training, SEED, event -> {});
        Event.Prepared ready = training.apply(SEED);
        History course = ready.trainer().train(ready.module(), ready.data(), ready.rng(), event -> {});
        List<Own> more = new ArrayList<>(own);
        more.add(new Own(english, chinese, scores, course));
        return new Examined(diagnosis, tried, List.copyOf(more));
    }

    /// The findings above a note, as a program prints them.
    String findings(Language language) {
        Diagnosis grave = diagnosis.with(diagnosis.findings().stream()
                .filter(f -> f.severity() != Severity.NOTE)
                .toList());
        return "```text\n" + grave.text(language.of(Locale.ENGLISH, Locale.CHINESE)) + "```\n";
    }

    /// What each mend did, from three seeds.
    TextTable mends(Language language) {
        TextTable table = new TextTable(
                language.of("what was done", "做法"),
                language.of("share explained, per seed", "解释的比例(每个种子)"),
                language.of("mean ± deviation", "均值 ± 标准差"),
                language.of("", ""));
        List<WhatIf.Trial> trials = tried.trials();
        row(table, language.of("left as it was", "不做改动"), trials.getFirst().before(), "");
        for (WhatIf.Trial trial : trials) {
            Locale locale = language.of(Locale.ENGLISH, Locale.CHINESE);
            String name = trial.mend().text(locale) + " (" + trial.cause().detector() + ")";
            row(table, name, trial.after(), trial.outcome().text(locale));
        }
        own.forEach(o -> row(table, o.name(language), o.scores(), ""));
        return table;
    }

    private static void row(TextTable table, String name, List<Double> scores, String outcome) {
        List<String> each =
                scores.stream().map(s -> String.format(Locale.ROOT, "%.3f", s)).toList();
        table.row(name, String.join(", ", each), Numbers.spread(scores), outcome);
    }

    /// The losses of the sick training and of the page's mends, from seed 1.
    Figure losses(Language language) {
        List<Line> lines = new ArrayList<>();
        lines.add(Curves.losses(language.of("sick", "生病"), losses(diagnosis.history())));
        own.forEach(o -> lines.add(Curves.losses(o.name(language), losses(o.course()))));
        Panel panel = Panel.of(
                        language.of("Learning curves", "学习曲线"),
                        language.of("epoch", "轮次"),
                        language.of("loss", "损失"),
                        lines)
                .withLogY(true)
                .withLegend(true);
        return Figure.of("", panel).withPanelSize(560, 340);
    }

    private static List<Double> losses(History history) {
        return history.epochs().stream().map(Event.EpochDone::trainLoss).toList();
    }
}
