package hillock.cli.fit;

import hillock.cli.report.Source;
import hillock.data.BadInput;
import hillock.data.Table;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.TargetEncoding;
import hillock.tabular.TargetTransform;
import java.nio.file.Path;
import java.util.Optional;

/// What a fit is asked to do.
///
/// @param transform whether the target's logarithm is to be learnt
/// @param test a file with rows whose answers are known, to be scored too
/// @param folding how a cross-validation is to be made, if one is wanted
/// @param triesActivations whether the recipe's activation is to be found by trials
/// @param findsRate whether its learning rate is to be found by a range test
/// @param asksDoctor whether a doctor watches the training
/// @param triesMends whether what the doctor says is tried
/// @param folder where the model goes
/// @param begun when the command began, by [System#nanoTime]: from then on a time limit counts
/// @param command that makes the same model again
record Job(
        Source source,
        Optional<Path> test,
        Study.Question question,
        TargetTransform.Choice transform,
        Recipe recipe,
        Optional<JudgingOptions.Folding> folding,
        boolean triesActivations,
        boolean findsRate,
        boolean asksDoctor,
        boolean triesMends,
        Path folder,
        long begun,
        String command) {
    /// The rows of the test file that have a target. They are encoded once here, before training, so that
    /// a column that is missing or holds the wrong thing costs nobody an hour.
    Optional<Table> testRows(Study study) {
        return test.map(file -> {
            Table table = study.target().labelled(Table.read(file));
            if (table.rows() == 0)
                throw new BadInput(
                        file + " has no row with a \"" + study.target().name() + "\": test rows need the answer.");
            study.preparation().apply(table);
            TargetEncoding encoding = TargetEncoding.of(study.target(), study.training());
            if (study.target().task().isClassification()) encoding.classIndices(table);
            else encoding.numbers(table);
            return table;
        });
    }
}
