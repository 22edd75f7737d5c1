package hillock.io;

import hillock.data.Table;
import hillock.nn.Event;
import hillock.tabular.ColumnInfo;
import hillock.tabular.Contender;
import hillock.tabular.Fitted;
import hillock.tabular.Recipe;
import hillock.tabular.Scores;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where a model comes from: enough to fit it again, and to know how good it was. No clock is in it, so that the same
/// data and the same seed give the same bytes; the time is that of the files.
///
/// ```java
/// Provenance provenance = Provenance.of(fitted, "0.1.0", "iris.csv", Optional.of(Provenance.sha256(csv)));
/// ```
///
/// @param hillock the version of Hillock that fitted the model
/// @param data the name of the data, a file's name say
/// @param dataSha256 the SHA-256 of that file, if there is a file
/// @param leftOut the columns that the model does not use, each with the reason
/// @param recipe with nothing left open; read from a folder it has the default time limit, and nothing stops it
public record Provenance(
        String hillock,
        String data,
        Optional<String> dataSha256,
        Map<String, String> leftOut,
        Recipe recipe,
        Outcome outcome) {
    public Provenance {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /// How training went.
    ///
    /// @param rows that have a target
    /// @param validation the scores on the rows that judged the models
    /// @param test the scores on other rows, where there were any
    public record Outcome(
            int rows,
            int trainingRows,
            int validationRows,
            int epochs,
            int bestEpoch,
            Event.Reason ended,
            Comparison validation,
            Optional<Comparison> test) {}

    /// The network's scores beside those of its rivals, on the same rows.
    ///
    /// @param scores in the order of the contenders; a folder of an earlier version knows fewer of them
    public record Comparison(SequencedMap<Contender, Scores> scores) {
        public Comparison {
            scores = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(scores));
        }

        /// The scores of candidates.
        public static Comparison of(List<Fitted.Candidate> candidates) {
            SequencedMap<Contender, Scores> scores = new LinkedHashMap<>();
            for (Fitted.Candidate candidate : candidates) scores.put(candidate.contender(), candidate.scores());
            return new Comparison(scores);
        }
    }

    /// What there is to say about a fit.
    public static Provenance of(Fitted fitted, String hillock, String data, Optional<String> dataSha256) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (ColumnInfo.LeftOut column : fitted.study().schema().leftOut()) leftOut.put(column.name(), column.why());
        Table validation = fitted.study().validation();
        Event.Finished end = fitted.history().finished();
        Outcome outcome = new Outcome(
                fitted.study().source().rows(),
                fitted.study().training().rows(),
                validation.rows(),
                end.epochs(),
                end.bestEpoch(),
                end.reason(),
                Comparison.of(fitted.candidates()),
                Optional.empty());
        return new Provenance(hillock, data, dataSha256, leftOut, fitted.recipe(), outcome);
    }

    /// The SHA-256 of a file in hexadecimal digits, as `sha256sum` prints it.
    ///
    /// @throws hillock.data.BadInput if the file cannot be read
    public static String sha256(Path file) {
        return Sha256.of(file);
    }

    /// The same with the scores on test rows, from [Fitted#score].
    public Provenance withTest(List<Fitted.Candidate> candidates) {
        Outcome tested = new Outcome(
                outcome.rows,
                outcome.trainingRows,
                outcome.validationRows,
                outcome.epochs,
                outcome.bestEpoch,
                outcome.ended,
                outcome.validation,
                Optional.of(Comparison.of(candidates)));
        return new Provenance(hillock, data, dataSha256, leftOut, recipe, tested);
    }
}
