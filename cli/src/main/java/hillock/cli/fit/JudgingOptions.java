package hillock.cli.fit;

import hillock.data.BadInput;
import hillock.tabular.Division;
import hillock.tabular.Folds;
import hillock.tabular.Study;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options of `hillock fit` that say which rows judge.
final class JudgingOptions {
    @Option(names = "--cv", paramLabel = "FOLDS")
    private Integer folds;

    @Option(names = "--repeats", paramLabel = "COUNT")
    private Integer repeats;

    @Option(names = "--time", paramLabel = "COLUMN")
    private String time;

    @Option(names = "--group", paramLabel = "COLUMN")
    private String group;

    Division division() {
        if (time != null && group != null)
            throw new BadInput("fit takes --time or --group, not both: leave out one of them.");
        if (time != null) return new Division.Time(time);
        return group != null ? new Division.Groups(group) : new Division.Random();
    }

    /// How a cross-validation is to be made, if one is wanted.
    Optional<Folding> folding() {
        if (folds == null && repeats != null)
            throw new BadInput("--repeats says how often --cv is made: add --cv 5, or leave out --repeats.");
        if (folds == null) return Optional.empty();
        if (folds < 2) throw new BadInput("--cv cannot be \"" + folds + "\": give a count of folds from 2 on, say 5.");
        if (repeats != null && repeats < 1)
            throw new BadInput("--repeats cannot be \"" + repeats + "\": give a count from 1 on.");
        return Optional.of(new Folding(folds, repeats == null ? 1 : repeats));
    }

    /// A number of folds, and how often rows are divided anew.
    record Folding(int folds, int repeats) {
        Folds of(Study study) {
            return Folds.of(study, folds, repeats);
        }
    }
}
