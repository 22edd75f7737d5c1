package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Messages;
import hillock.cli.Paragraph;
import hillock.cli.Terminal;
import hillock.cli.doctor.DiagnosisText;
import hillock.cli.report.Cautions;
import hillock.cli.report.Certainty;
import hillock.cli.report.Numerals;
import hillock.cli.report.Outcome;
import hillock.cli.report.Shell;
import hillock.cli.report.Words;
import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.RangeTest;
import hillock.doctor.WhatIf;
import hillock.nn.Activation;
import hillock.nn.Description;
import hillock.nn.Event;
import hillock.tabular.ActivationTrials;
import hillock.tabular.Caution;
import hillock.tabular.Fitted;
import hillock.tabular.Folds;
import hillock.tabular.Study;
import hillock.tabular.TableReport;
import hillock.tabular.TrainingStyle;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// What a fit says while it runs, in the style that was asked for.
final class Telling {
    private final Console console;
    private final Style style;
    private final Messages messages;
    private final Words words;
    private final PrintStream out;
    private final Terminal terminal;

    Telling(Console console, Style style) {
        this.console = console;
        this.style = style;
        this.messages = console.messages();
        this.words = new Words(messages);
        this.out = console.out();
        this.terminal = Terminal.of(console.env());
    }

    /// The table was understood and training can begin.
    void found(Study study, TableReport report, Optional<Table> test) {
        switch (style) {
            case FULL -> {
                new Findings(words, terminal).lines(study, report, test).forEach(out::println);
                out.println();
            }
            case QUIET -> {
                // A score that cannot be trusted is worth a line even to those who want none.
                Cautions cautions = new Cautions(messages);
                for (Caution caution : report.cautions())
                    if (caution instanceof Caution.Leak) console.err().println(cautions.sentence(caution));
            }
            case JSON -> {}
        }
    }

    /// What is to be said about the activation before anything is learnt with it.
    void activation(Activation activation) {
        String domain = domain(activation);
        if (domain.isEmpty()) return;
        String caution = messages.text("fit.domain", activation.text(), domain);
        switch (style) {
            case FULL -> {
                out.println(wrapped(caution));
                out.println();
            }
            case QUIET, JSON -> note(caution);
        }
    }

    private String domain(Activation activation) {
        return Description.of(activation, messages.language().locale()).domain();
    }

    Progress progress(Duration limit) {
        boolean shown = style != Style.QUIET && Progress.canBeSeen(console);
        return new Progress(console, terminal.width(), shown, limit);
    }

    /// Activations were tried, and one was chosen.
    void tried(ActivationTrials trials) {
        switch (style) {
            case FULL -> {
                new TrialTable(words).lines(trials).forEach(out::println);
                out.println(wrapped(words.choice(trials)));
                out.println();
            }
            case QUIET, JSON -> {}
        }
    }

    /// A cross-validation begins.
    void folding(Folds folds) {
        switch (style) {
            case FULL -> {
                out.println(messages.text(
                        folds.repeats() == 1 ? "fit.folding" : "fit.folding.repeated", folds.count(), folds.repeats()));
                out.println();
            }
            case QUIET, JSON -> {}
        }
    }

    /// Learning rates were tried.
    void rate(RangeTest test) {
        switch (style) {
            case FULL -> {
                out.println(wrapped(words.rate(test)));
                out.println();
            }
            case QUIET, JSON -> {}
        }
    }

    /// Mends were tried.
    void tried(WhatIf whatIf) {
        switch (style) {
            case FULL -> {
                out.println(wrapped(words.whatIf(whatIf)));
                if (!whatIf.trials().isEmpty())
                    new WhatIfTable(words).lines(whatIf).forEach(out::println);
                whatIf.untried(messages.language().locale()).forEach(s -> out.println(wrapped(s)));
                out.println();
            }
            case QUIET, JSON -> {}
        }
    }

    /// The user asked to stop.
    void stopping() {
        console.err().println();
        console.err().println(messages.text("fit.stopping"));
    }

    /// Training is over and the models were compared; nothing is written yet.
    void fitted(Outcome outcome) {
        String verdict = outcome.verdict().sentence(messages.language().locale());
        switch (style) {
            case FULL -> {
                out.println(wrapped(training(outcome)));
                out.println();
                new ScoreTable(words).lines(outcome).forEach(out::println);
                out.println(terminal.bold(wrapped(verdict)));
                out.println();
                new Certainty(messages, outcome.fitted()).sentences().forEach(sentence -> {
                    out.println(wrapped(sentence));
                    out.println();
                });
                outcome.judgement()
                        .explanation()
                        .importance()
                        .flatMap(words::importance)
                        .ifPresent(sentence -> {
                            out.println(wrapped(sentence));
                            out.println();
                        });
                outcome.diagnosis().ifPresent(this::findings);
            }
            case QUIET -> out.println(verdict);
            case JSON -> {}
        }
    }

    /// The model folder is there.
    void written(Outcome outcome) {
        String folder = outcome.given().folder().toString();
        switch (style) {
            case FULL -> {
                Aligned places = new Aligned(false)
                        .row(messages.text("fit.model"), folder)
                        .row(
                                messages.text("fit.report"),
                                outcome.given().folder().resolve("report.html").toString())
                        .row(messages.text("fit.predict"), "hillock predict " + Shell.quote(folder) + " new.csv");
                places.lines().forEach(out::println);
            }
            case QUIET -> {}
            case JSON ->
                out.println(ScoreJson.of(
                        outcome,
                        new Cautions(messages),
                        outcome.verdict().sentence(messages.language().locale()),
                        messages.language().locale()));
        }
    }

    private void findings(Diagnosis diagnosis) {
        new DiagnosisText(messages, terminal).lines(diagnosis).forEach(out::println);
        out.println();
    }

    /// Something worth knowing that is no result.
    void note(String sentence) {
        console.err().println(sentence);
    }

    private String wrapped(String text) {
        return Paragraph.wrap(text, terminal.width(), "");
    }

    private String training(Outcome outcome) {
        Fitted fitted = outcome.fitted();
        int members = fitted.model().architecture().members();
        boolean whole = switch (outcome.end().reason()) {
            case EPOCHS_DONE, NO_IMPROVEMENT, CONVERGED -> true;
            case TIME_LIMIT, STOPPED, DIVERGED -> false;
        };
        boolean smooth = fitted.recipe().style() == TrainingStyle.SMOOTH;
        if (!whole || (members == 1 && !smooth)) {
            boolean hasEverywhere =
                    fitted.recipe().activation().map(this::domain).orElse("").isEmpty();
            return end(outcome.end(), hasEverywhere ? "fit.best.none" : "fit.best.none.domain");
        }
        String how = messages.text(
                !smooth ? "fit.together" : members == 1 ? "fit.smooth.one" : "fit.smooth",
                members,
                Numerals.count(fitted.recipe().epochs().orElseThrow()),
                Numerals.seconds(outcome.seconds()));
        boolean again = !fitted.model().equals(fitted.judged());
        return again
                ? how
                        + messages.text(
                                "fit.again",
                                Numerals.count(fitted.study().source().rows()))
                : how;
    }

    private String end(Event.Finished end, String none) {
        String why = messages.text(
                "fit.ended", Numerals.count(end.epochs()), Numerals.seconds(end.seconds()), words.end(end.reason()));
        return end.bestEpoch() == 0
                ? why + messages.text(none)
                : why + messages.text("fit.best", Numerals.count(end.bestEpoch()));
    }
}
