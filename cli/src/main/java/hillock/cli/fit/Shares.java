package hillock.cli.fit;

import hillock.tabular.Recipe;
import java.time.Duration;

/// How a time limit is divided: the model, which is trained twice, gets two parts, each fold of a
/// cross-validation one, trials of what helps two.
///
/// @param folds how many there are of all repeats together
/// @param mends whether what the doctor says is tried
record Shares(int folds, boolean mends) {
    private static final int MODEL = 2;
    private static final int TRIALS = 2;

    /// @param recipe with the time for all
    Recipe ofModel(Recipe recipe) {
        return part(recipe, MODEL, MODEL + folds + trials());
    }

    /// @param recipe with the time for what comes after the model
    Recipe ofFolds(Recipe recipe) {
        return part(recipe, folds, folds + trials());
    }

    private int trials() {
        return mends ? TRIALS : 0;
    }

    private static Recipe part(Recipe recipe, int own, int all) {
        Duration limit = recipe.timeLimit();
        return own == all ? recipe : recipe.timeLimit(limit.multipliedBy(own).dividedBy(all));
    }
}
