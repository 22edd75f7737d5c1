package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.cli.Version;
import hillock.cli.report.Outcome;
import hillock.cli.report.Pictures;
import hillock.cli.report.Report;
import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.RangeTest;
import hillock.doctor.WhatIf;
import hillock.io.ModelFolder;
import hillock.io.Provenance;
import hillock.tabular.ActivationTrials;
import hillock.tabular.CrossValidation;
import hillock.tabular.Explanation;
import hillock.tabular.Fitted;
import hillock.tabular.Folds;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.TableReport;
import hillock.tabular.TargetTransform;
import java.time.Duration;
import java.util.Optional;

/// Runs a [Job]. Whatever is wrong with what the user gave shows before training; nothing is written
/// before the end.
final class Fitting {
    private static final Duration MOST_REST = Duration.ofSeconds(3);
    /// What pictures and report take on a quiet machine, and the doctor.
    private static final Duration WRITING = Duration.ofMillis(500);
    private static final Duration EXAMINING = Duration.ofMillis(700);
    /// The part of a time limit that is left for each of these at most.
    private static final int SHARE_TO_WRITE = 10;

    private final Console console;
    private final Telling telling;

    Fitting(Console console, Telling telling) {
        this.console = console;
        this.telling = telling;
    }

    /// What came out, and the exit code: 130 where the user stopped training, whose best weights are kept
    /// all the same; 3 where the doctor found more than notes.
    record Result(Outcome outcome, int exitCode) {}

    Result run(Job job) {
        Study read = Study.of(job.source().table(), job.question());
        job.recipe().requireSuits(read.target());
        Optional<Table> test = job.testRows(read);
        // What is wrong with the folds shows now.
        job.folding().ifPresent(folding -> folding.of(read));
        ModelFolder.checkWritable(job.folder());
        try (Interruption stop = Interruption.caught(telling::stopping)) {
            long begun = job.begun();
            Duration limit = learning(job);
            Recipe recipe = job.recipe().stopWhen(stop::asked);
            Study study = learning(read, job.transform(), within(recipe, limit, begun));
            recipe = within(recipe, limit, begun);
            Optional<Folds> folds = job.folding().map(folding -> folding.of(study));
            TableReport report = TableReport.of(study);
            telling.found(study, report, test);
            recipe.activation().ifPresent(telling::activation);
            Optional<ActivationTrials> trials =
                    job.triesActivations() ? Optional.of(tryActivations(study, recipe)) : Optional.empty();
            if (trials.isPresent())
                recipe = within(recipe.activation(trials.get().chosen()), limit, begun);
            Optional<RangeTest> rates =
                    job.findsRate() ? Optional.of(RangeTest.of(study.prepared(recipe))) : Optional.empty();
            if (rates.isPresent()) recipe = withRate(recipe, rates.get());
            Optional<Watch> watch = job.asksDoctor() ? Optional.of(new Watch(study)) : Optional.empty();
            // Looking at the table and trying things took some of the limit.
            recipe = within(recipe, limit, begun);
            Shares shares = new Shares(folds.map(f -> f.rounds().size()).orElse(0), job.triesMends());
            Fitted fitted = train(study, withRest(shares.ofModel(recipe)), watch);
            Explanation explanation = Explanation.of(
                    fitted, () -> stop.asked() || left(limit, begun).isNegative());
            Optional<CrossValidation> cv = stop.asked()
                    ? Optional.empty()
                    : crossValidated(folds, shares.ofFolds(within(recipe, limit, begun)));
            Optional<Outcome.Examination> examination = watch.map(w -> new Outcome.Examination(w.diagnosis(fitted)));
            Outcome outcome = new Outcome(
                    new Outcome.Given(job.source(), report, test, job.folder(), job.command()),
                    new Outcome.Trials(trials, rates),
                    fitted,
                    Outcome.Judgement.of(fitted, explanation, cv, test),
                    examination,
                    seconds(begun));
            telling.fitted(outcome);
            if (job.triesMends() && !stop.asked()) outcome = tryMends(study, within(recipe, limit, begun), outcome);
            write(outcome);
            telling.written(outcome);
            return new Result(outcome, stop.asked() ? Main.INTERRUPTED : health(outcome));
        }
    }

    /// The recipe with what is left of the time limit.
    private static Recipe within(Recipe recipe, Duration limit, long begun) {
        return recipe.timeLimit(positive(left(limit, begun)));
    }

    /// The time limit without what is needed at the end.
    private static Duration learning(Job job) {
        Duration limit = job.recipe().timeLimit();
        Duration most = limit.dividedBy(SHARE_TO_WRITE);
        Duration end = shorter(WRITING, most);
        if (job.asksDoctor()) end = end.plus(shorter(EXAMINING, most));
        return limit.minus(end);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// The study with the target's logarithm to learn, or not.
    private Study learning(Study study, TargetTransform.Choice choice, Recipe recipe) {
        try (Progress progress = telling.progress(recipe.timeLimit())) {
            return study.learning(choice, recipe, progress);
        }
    }

    private ActivationTrials tryActivations(Study study, Recipe recipe) {
        ActivationTrials trials;
        try (Progress progress = telling.progress(recipe.timeLimit())) {
            trials = ActivationTrials.of(study, recipe, progress);
        }
        telling.tried(trials);
        return trials;
    }

    private Recipe withRate(Recipe recipe, RangeTest test) {
        telling.rate(test);
        return test.choice().isPresent() ? recipe.lr(test.choice().getAsDouble()) : recipe;
    }

    /// @param recipe with the time that is left for it
    private Outcome tryMends(Study study, Recipe recipe, Outcome outcome) {
        WhatIf tried;
        long begun = System.nanoTime();
        Recipe each = recipe.timeLimit(recipe.timeLimit().dividedBy(WhatIf.MOST_TRAININGS));
        try (Progress progress = telling.progress(recipe.timeLimit())) {
            tried = WhatIf.of(
                    seed -> study.prepared(each.seed(seed)),
                    recipe.seed(),
                    outcome.diagnosis().orElseThrow(),
                    progress,
                    () -> recipe.stop().getAsBoolean()
                            || left(recipe.timeLimit(), begun).isNegative());
        }
        telling.tried(tried);
        return outcome.with(tried);
    }

    /// The exit code of a fit that nothing interrupted.
    private static int health(Outcome outcome) {
        return outcome.diagnosis().map(Diagnosis::isHealthy).orElse(true) ? Main.OK : Main.UNHEALTHY;
    }

    /// The recipe without a small part of its time limit, in which what was learnt is explained.
    private static Recipe withRest(Recipe recipe) {
        Duration tenth = recipe.timeLimit().dividedBy(10);
        return recipe.timeLimit(recipe.timeLimit().minus(shorter(tenth, MOST_REST)));
    }

    private static Duration positive(Duration left) {
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private static Duration left(Duration limit, long begun) {
        return limit.minusNanos(System.nanoTime() - begun);
    }

    private Optional<CrossValidation> crossValidated(Optional<Folds> folds, Recipe recipe) {
        if (folds.isEmpty()) return Optional.empty();
        telling.folding(folds.get());
        try (Progress progress = telling.progress(recipe.timeLimit())) {
            return folds.get().fit(recipe, progress);
        }
    }

    private Fitted train(Study study, Recipe recipe, Optional<Watch> watch) {
        try (Progress progress = telling.progress(recipe.timeLimit())) {
            return study.fit(recipe, watch.map(progress::andThen).orElse(progress));
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void write(Outcome outcome) {
        Provenance provenance = Provenance.of(
                outcome.fitted(),
                Version.hillock(),
                outcome.given().source().table().source(),
                Optional.of(outcome.given().source().sha256()));
        if (outcome.given().test().isPresent())
            provenance = provenance.withTest(outcome.judgement().onTest());
        Pictures pictures = Pictures.of(outcome, console.messages());
        String page = Report.of(outcome, pictures, console.messages());
        ModelFolder.write(outcome.given().folder(), outcome.fitted().model(), provenance, staging -> {
            pictures.write(staging);
            Report.write(staging, page);
        });
        pictures.note().ifPresent(telling::note);
    }
}
