package hillock.cli.report;

import hillock.cli.Language;
import hillock.cli.Messages;
import hillock.data.Images;
import hillock.data.Names;
import hillock.data.Note;
import hillock.doctor.Finding;
import hillock.doctor.RangeTest;
import hillock.doctor.WhatIf;
import hillock.nn.Event;
import hillock.tabular.ActivationTrials;
import hillock.tabular.ColumnInfo;
import hillock.tabular.Contender;
import hillock.tabular.CrossValidation;
import hillock.tabular.CrossValidation.Standing;
import hillock.tabular.Division;
import hillock.tabular.Fitted.Candidate;
import hillock.tabular.Importance;
import hillock.tabular.LeftOutReason;
import hillock.tabular.Predictions;
import hillock.tabular.Scores;
import hillock.tabular.Study;
import hillock.tabular.Target;
import hillock.tabular.TargetTransform;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Columns, tasks, scores and endings in the user's language.
///
/// ```java
/// new Words(Messages.of(Language.ZH)).metric("accuracy");   // 正确率
/// ```
public record Words(Messages messages) {
    private static final int SHOWN_CLASSES = 6;
    private static final int SHOWN_COLUMNS = 4;

    private String text(String key, Object... values) {
        return messages.text(key, values);
    }

    public String task(Task task) {
        return switch (task) {
            case REGRESSION -> text("words.task.regression");
            case BINARY -> text("words.task.binary");
            case MULTICLASS -> text("words.task.multiclass");
        };
    }

    /// Why the target makes this task. English has the reason that the rules gave.
    public String why(Target target) {
        if (messages.language() == Language.EN) return target.why();
        return switch (target.task()) {
            case REGRESSION -> text("words.why.regression", target.name());
            case BINARY, MULTICLASS ->
                text("words.why.classes", target.name(), target.classes().size(), task(target.task()));
        };
    }

    /// `setosa 50, versicolor 50, virginica 50`; empty for regression.
    public String classes(Target target) {
        List<String> some = new ArrayList<>();
        for (int k = 0; k < Math.min(SHOWN_CLASSES, target.classes().size()); k++)
            some.add(target.classes().get(k) + " " + target.counts().get(k));
        return String.join(", ", some) + (target.classes().size() > SHOWN_CLASSES ? ", …" : "");
    }

    /// What a column is, or why it is left out.
    public String column(ColumnInfo info) {
        if (messages.language() == Language.EN)
            return info instanceof ColumnInfo.LeftOut left ? left.why() : info.describe();
        String what = switch (info) {
            case ColumnInfo.Numeric n ->
                text("words.column.numeric", Numerals.significant(n.min(), 6), Numerals.significant(n.max(), 6));
            case ColumnInfo.Dates d -> text("words.column.dates", d.first(), d.last(), parts(d));
            case ColumnInfo.Categorical c ->
                text(
                        "words.column.categorical",
                        c.levels().size(),
                        c.levels().stream()
                                        .limit(SHOWN_CLASSES)
                                        .map(ColumnInfo::line)
                                        .collect(Collectors.joining("、"))
                                + (c.levels().size() > SHOWN_CLASSES ? "……" : ""));
            case ColumnInfo.Pixels p -> text("words.column.pixels", p.count(), Images.describe(p.shape()));
            case ColumnInfo.LeftOut l -> why(l.reason());
        };
        return info.used() && info.missing() > 0 ? what + text("words.column.missing", info.missing()) : what;
    }

    private String why(LeftOutReason reason) {
        return switch (reason) {
            case LeftOutReason.Empty _ -> text("words.column.empty");
            case LeftOutReason.Constant c -> text("words.column.constant", c.value());
            case LeftOutReason.RowNumbers _ -> text("words.column.rownumbers");
            case LeftOutReason.Texts t ->
                (t.unique() ? text("words.column.unique") : text("words.column.texts", t.distinct(), t.rows()))
                        + t.first()
                                .map(f -> text("words.column.numbersbut", f.line(), f.text()))
                                .orElse("");
            case LeftOutReason.Group _ -> text("words.column.group");
            case LeftOutReason.Dropped _ -> text("words.column.dropped");
        };
    }

    private String parts(ColumnInfo.Dates dates) {
        return dates.parts().stream()
                .map(part -> text("words.part." + part.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(text("caution.comma")));
    }

    /// What the user should know about the table and its target, one sentence each.
    public List<String> notes(Study study) {
        List<String> notes = new ArrayList<>();
        for (Note note : study.source().notes())
            notes.add(note.sentence(messages.language().locale()));
        Target target = study.target();
        if (messages.language() == Language.EN) notes.addAll(target.notes());
        else if (target.missing() > 0) notes.add(text("words.note.missing", target.missing(), target.name()));
        if (target.transform() != TargetTransform.NONE) notes.add(text("words.note.log", target.name()));
        return notes;
    }

    /// Why training ended.
    public String end(Event.Reason reason) {
        return switch (reason) {
            case EPOCHS_DONE -> text("words.end.epochs");
            case CONVERGED -> text("words.end.converged");
            case NO_IMPROVEMENT -> text("words.end.improvement");
            case TIME_LIMIT -> text("words.end.time");
            case STOPPED -> text("words.end.stopped");
            case DIVERGED -> text("words.end.diverged");
        };
    }

    /// `accuracy` as a heading.
    public String metric(String name) {
        return text("words.metric." + name);
    }

    /// What the metric means, for someone who never heard of it.
    public String explained(String metric) {
        return text("words.metric." + metric + ".about");
    }

    /// A score as its metric is usually written: shares in percent, errors in four digits.
    public static String score(String metric, double value) {
        return switch (metric) {
            case "accuracy", "balanced_accuracy" -> Numerals.share(value);
            case "r2", "auc", "log_loss", "f1" -> Numerals.fixed(value);
            default -> Numerals.significant(value, 4);
        };
    }

    /// A model's name and its scores, as a table shows them.
    public static List<String> row(String name, Candidate candidate) {
        List<String> cells = new ArrayList<>(List.of(name));
        candidate.scores().values().forEach((metric, value) -> cells.add(score(metric, value)));
        return cells;
    }

    /// A model's name and its scores over folds: `97.4 ± 1.2 %`.
    public List<String> row(String name, Standing standing) {
        List<String> cells = new ArrayList<>(List.of(name));
        standing.mean().values().forEach((metric, mean) -> {
            String spread = score(metric, standing.deviation().get(metric));
            String shown = score(metric, mean);
            cells.add(spread(shown, spread));
        });
        return cells;
    }

    /// `over 5 folds of 398 rows, mean ± standard deviation`.
    public String folds(CrossValidation cv, Study study) {
        return cv.repeats() == 1
                ? text("words.folds", cv.folds(), Numerals.count(study.source().rows()))
                : text(
                        "words.folds.repeated",
                        cv.folds(),
                        Numerals.count(study.source().rows()),
                        cv.repeats());
    }

    /// How many rows train, how many judge, and by what they were divided.
    public String division(Study study) {
        String rows = text(
                "words.division",
                Numerals.count(study.training().rows()),
                Numerals.count(study.validation().rows()));
        return switch (study.division()) {
            case Division.Random _ -> rows;
            case Division.Time t -> rows + text("words.division.time", Names.quote(t.column()));
            case Division.Groups g -> rows + text("words.division.group", Names.quote(g.column()));
        };
    }

    /// What a contender is called where it stands for several models of its kind.
    public String contender(Contender contender, Task task) {
        return switch (contender) {
            case NETWORK -> text("words.network");
            case TREES -> text("words.trees.any");
            case NEIGHBOURS -> text("words.neighbours.any");
            case LINEAR -> text(task.isClassification() ? "words.logistic" : "words.linear");
            case CONSTANT -> text(task.isClassification() ? "words.constant.class" : "words.constant.mean");
        };
    }

    /// What a contender is called in a table: `network`, `logistic model`, `forest of 200 trees`.
    public String name(Candidate candidate, Task task) {
        return switch (candidate.contender()) {
            case NETWORK -> text("words.network");
            case TREES -> text("words.trees", candidate.baseline().size());
            case NEIGHBOURS ->
                candidate.baseline().size() == 1
                        ? text("words.neighbour")
                        : text("words.neighbours", candidate.baseline().size());
            case LINEAR -> text(task.isClassification() ? "words.logistic" : "words.linear");
            case CONSTANT -> constant(candidate);
        };
    }

    /// A column and how each score changes when it is shuffled: `-28.1 ± 1.2 %`.
    public List<String> importance(Importance.Column column) {
        List<String> cells = new ArrayList<>(List.of(column.name()));
        column.mean().values().forEach((metric, mean) -> cells.add(change(metric, mean, column.deviation())));
        return cells;
    }

    private static String change(String metric, double mean, Scores deviation) {
        String change = (mean > 0 ? "+" : "") + score(metric, mean);
        return spread(change, score(metric, deviation.get(metric)));
    }

    /// `97.4 ± 1.2 %`, the unit once.
    private static String spread(String shown, String spread) {
        boolean share = shown.endsWith(" %") && spread.endsWith(" %");
        return (share ? shown.substring(0, shown.length() - 2) : shown) + " ± " + spread;
    }

    /// The columns that matter most, in a sentence; none where no column changes the answers by
    /// more than its spread.
    public Optional<String> importance(Importance importance) {
        String metric = importance.metric();
        String first = importance.columns().stream()
                .limit(SHOWN_COLUMNS)
                .filter(c -> c.mean().get(metric) > c.deviation().get(metric))
                .map(c -> Names.quote(c.name()) + " " + change(metric, c.mean().get(metric), c.deviation()))
                .collect(Collectors.joining(text("caution.comma")));
        return first.isEmpty() ? Optional.empty() : Optional.of(text("words.importance", metric(metric), first));
    }

    /// The baselines that were fitted on a part of the training rows, one sentence each.
    public List<String> sampled(Study study, List<Candidate> candidates) {
        int all = study.training().rows();
        return candidates.stream()
                .filter(c -> c.baseline() != null && c.baseline().fittedOn(all) < all)
                .map(c -> text(
                        "words.sampled",
                        name(c, study.target().task()),
                        Numerals.count(c.baseline().fittedOn(all)),
                        Numerals.count(all)))
                .toList();
    }

    /// `always 3.5`, `always setosa`: what the constant model answers.
    private String constant(Candidate constant) {
        return text(
                "words.constant",
                switch (constant.predictions()) {
                    case Predictions.Numbers n -> Numerals.significant(n.values()[0], 4);
                    case Predictions.Classes c -> c.label(0);
                });
    }

    /// The head of a table of trials.
    public List<String> trialHead(ActivationTrials trials) {
        return List.of("", metric(trials.measure()), text("words.trial.spread"), text("words.trial.rounds"));
    }

    /// One row of it: mean, spread, and the score of each round.
    public List<String> trial(ActivationTrials trials, ActivationTrials.Trial trial) {
        String measure = trials.measure();
        boolean none = trial.scores().isEmpty();
        return List.of(
                trial.activation().name(),
                none ? "-" : score(measure, trial.mean()),
                none ? "-" : "± " + score(measure, trial.deviation()),
                trial.scores().stream().map(s -> score(measure, s)).collect(Collectors.joining("  ")));
    }

    /// Which activation was chosen and why, in a sentence.
    public String choice(ActivationTrials trials) {
        String chosen = trials.chosen().name();
        String best = trials.best().activation().name();
        if (trials.best().scores().isEmpty()) return text("words.trial.none", chosen);
        return chosen.equals(best) ? text("words.trial.best", chosen) : text("words.trial.asgood", chosen, best);
    }

    /// Which learning rate the range test chose and why, in a sentence.
    public String rate(RangeTest test) {
        String limit = Numerals.significant(test.limit(), 2);
        return test.choice().isPresent()
                ? text("words.rate", Numerals.significant(test.choice().getAsDouble(), 2), limit)
                : text("words.rate.none");
    }

    /// What is told about trials of mends before their table.
    public String whatIf(WhatIf tried) {
        return tried.trials().isEmpty()
                ? text("doctor.whatif.none")
                : text("doctor.whatif", WhatIf.SEEDS, Numerals.count(tried.rows()));
    }

    /// The head of that table.
    public List<String> mendHead() {
        return List.of(
                text("doctor.whatif.mend"),
                text("doctor.whatif.before"),
                text("doctor.whatif.after"),
                text("doctor.whatif.change"),
                "");
    }

    /// One row of it: the mend, the mean scores, the change with its spread, and what it comes to.
    public List<String> mend(WhatIf.Trial trial) {
        Locale locale = messages.language().locale();
        return List.of(
                trial.mend().text(locale) + " (" + trial.cause().detector() + ")",
                Numerals.fixed(trial.meanBefore()),
                Numerals.fixed(trial.meanAfter()),
                WhatIf.signed(trial.change()) + " ± " + Numerals.fixed(trial.spread()),
                trial.outcome().text(locale));
    }

    /// The heading of a finding: `Serious, D1: layer 2, units 3, 7`.
    public String finding(Finding f) {
        String severity = messages.text("doctor.severity." + f.severity().label());
        return messages.text(
                "doctor.heading", severity, f.id(), f.where(messages.language().locale()));
    }
}
