package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.cli.Version;
import hillock.cli.report.Outcome;
import hillock.cli.report.Pictures;
import hillock.cli.report.Report;
import hillock.data.Table;
import hillock.io.ModelFolder;
import hillock.io.Provenance;
import hillock.tabular.Fitted;
import hillock.tabular.Study;
import java.util.Optional;

/// Runs a [Job]. Whatever is wrong with what the user gave shows before training; nothing is written before the end.
final class Fitting {
    private final Console console;
    private final Telling telling;

    Fitting(Console console, Telling telling) {
        this.console = console;
        this.telling = telling;
    }

    /// What came out, and the exit code: 130 where the user stopped training, whose best weights are kept all the same.
    record Result(Outcome outcome, int exitCode) {}

    Result run(Job job) {
        Study study = Study.of(job.source().table(), job.question());
        Optional<Table> test = job.testRows(study);
        ModelFolder.checkWritable(job.folder());
        telling.found(study, test);
        try (Interruption stop = Interruption.caught(telling::stopping)) {
            long begun = System.nanoTime();
            Fitted fitted = train(job, study, stop);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Outcome outcome = Outcome.of(job.source(), fitted, test, job.folder(), seconds);
            telling.fitted(outcome);
            write(outcome);
            telling.written(outcome);
            return new Result(outcome, stop.asked() ? Main.INTERRUPTED : Main.OK);
        }
    }

    private Fitted train(Job job, Study study, Interruption stop) {
        try (Progress progress = telling.progress(job.recipe().timeLimit())) {
            return study.fit(job.recipe().stopWhen(stop::asked), progress);
        }
    }

    private void write(Outcome outcome) {
        Provenance provenance = Provenance.of(
                outcome.fitted(),
                Version.hillock(),
                outcome.source().table().source(),
                Optional.of(outcome.source().sha256()));
        if (outcome.test().isPresent()) provenance = provenance.withTest(outcome.onTest());
        Pictures pictures = Pictures.of(outcome, console.messages());
        String page = Report.of(outcome, pictures, console.messages());
        ModelFolder.write(outcome.folder(), outcome.fitted().model(), provenance, staging -> {
            pictures.write(staging);
            Report.write(staging, page);
        });
        pictures.note().ifPresent(telling::note);
    }
}
