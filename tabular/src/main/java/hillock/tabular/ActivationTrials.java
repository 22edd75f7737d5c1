package hillock.tabular;

import hillock.data.Table;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Which activation suits a table: the tutorial's advice, tried on the user's own rows.
///
/// Every candidate is trained on the same three divisions of the training rows, from the same
/// seeds, for as many steps; on curves and surfaces as the recipe does it with that candidate:
/// smooth ones by Levenberg-Marquardt. The rows that judge the final model take no part. Of the candidates
/// that are no worse than the best one by more than chance, the first is chosen, ReLU before all
/// others: a difference that another seed would turn round is none.
///
/// ```java
/// ActivationTrials trials = ActivationTrials.of(study, Recipe.DEFAULT, event -> {});
/// Fitted fitted = study.fit(Recipe.DEFAULT.activation(trials.chosen()), event -> {});
/// ```
///
/// @param measure `rmse` in the target's unit, of its logarithm where that is learnt, or
///     `log_loss`; less is better
/// @param trials one for each candidate, in the order in which they are preferred
/// @param rows how many training rows took part
public record ActivationTrials(String measure, List<Trial> trials, int rows) {
    /// What the tutorial recommends for hidden layers, in its order, and the smooth rectifiers of today.
    public static final List<Activation> CANDIDATES =
            List.of(Activations.RELU, Activations.LEAKY_RELU, Activations.SILU, Activations.GELU, Activations.TANH);

    /// Divisions of the rows, each with a seed of its own.
    public static final int ROUNDS = 3;

    /// Trials make this part of the epochs of a fit.
    private static final int SHARE_OF_EPOCHS = 3;

    private static final int FEWEST_EPOCHS = 10;
    private static final int MOST_ROWS = 5000;
    private static final int FEWEST_ROWS = 10;

    public ActivationTrials {
        trials = List.copyOf(trials);
    }

    /// One candidate and how it did.
    ///
    /// @param scores one for each round, on rows that were not trained on; infinite where
    ///     training diverged; empty if no round was finished
    public record Trial(Activation activation, List<Double> scores) {
        public Trial {
            scores = List.copyOf(scores);
        }

        /// Infinite where a round diverged.
        public double mean() {
            return scores.stream().allMatch(Double::isFinite) ? Moments.mean(values()) : Double.POSITIVE_INFINITY;
        }

        /// The spread between rounds: the standard deviation of their scores, with n - 1; 0 for one round.
        public double deviation() {
            int n = scores.size();
            return n < 2 || Double.isInfinite(mean())
                    ? 0
                    : Moments.deviation(values(), mean()) * Math.sqrt(n / (n - 1.0));
        }

        private double[] values() {
            return scores.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /// Tries the [#CANDIDATES] on the training rows of a study, on 5000 of them where there are
    /// more. Half of the recipe's time limit is for trials; they end early where it is over or the
    /// recipe's `stop` says so, and only rounds that all candidates have finished count.
    ///
    /// @param recipe whose activation is left aside
    /// @param listener is told how each training goes
    public static ActivationTrials of(Study study, Recipe recipe, Consumer<Event> listener) {
        Study part = study.heeding(recipe).sample(MOST_ROWS, Rng.of(recipe.seed()));
        String measure = study.target().task().isClassification() ? "log_loss" : "rmse";
        Preparation inputs = part.preparation();
        List<List<Double>> scores = CANDIDATES.stream()
                .map(_ -> (List<Double>) new ArrayList<Double>())
                .toList();
        int rounds = part.training().rows() < FEWEST_ROWS ? 0 : ROUNDS;
        long begun = System.nanoTime();
        Duration half = recipe.timeLimit().dividedBy(2);
        int trainings = ROUNDS * CANDIDATES.size();
        Duration each = half.dividedBy(trainings);
        for (int round = 0; round < rounds; round++) {
            Study inner = part.again(Rng.of(recipe.seed() + 1 + round));
            Learnt learnt = Learnt.of(inner, inner.training());
            List<Double> finished = new ArrayList<>();
            for (Activation candidate : CANDIDATES) {
                Recipe trial = trial(recipe.activation(candidate), part, inputs).seed(recipe.seed() + round);
                // One that took longer than its share leaves less to those after it.
                Duration limit = Study.shorter(each, Study.left(half, begun).dividedBy(trainings--));
                Study.Trained trained = inner.train(learnt, trial.timeLimit(limit), listener);
                if (recipe.stop().getAsBoolean()) break;
                finished.add(score(trained, inner.validation(), measure));
            }
            if (finished.size() < CANDIDATES.size()) break;
            for (int i = 0; i < CANDIDATES.size(); i++) scores.get(i).add(finished.get(i));
        }
        List<Trial> trials = IntStream.range(0, CANDIDATES.size())
                .mapToObj(i -> new Trial(CANDIDATES.get(i), scores.get(i)))
                .toList();
        return new ActivationTrials(measure, trials, part.training().rows());
    }

    /// Infinite where training diverged before anything was learnt.
    private static double score(Study.Trained trained, Table rows, String measure) {
        if (trained.histories().getFirst().finished().bestEpoch() == 0) return Double.POSITIVE_INFINITY;
        Known known = Known.of(trained.model().target(), rows);
        return known.scores(trained.model().predict(rows)).get(measure);
    }

    /// The first candidate that is as good as the best one: whose scores exceed the best one's,
    /// round by round, by no more on average than the standard error of that difference. The first
    /// of all where no round was finished.
    public Activation chosen() {
        Trial best = best();
        return trials.stream()
                .filter(t -> t.equals(best) || isAsGood(t, best))
                .findFirst()
                .orElseThrow()
                .activation();
    }

    /// The candidate with the least mean.
    public Trial best() {
        Trial best = trials.getFirst();
        for (Trial t : trials) if (t.mean() < best.mean()) best = t;
        return best;
    }

    private static boolean isAsGood(Trial trial, Trial best) {
        int n = best.scores.size();
        if (n == 0) return true;
        if (Double.isInfinite(trial.mean())) return false;
        double[] more = IntStream.range(0, n)
                .mapToDouble(i -> trial.scores.get(i) - best.scores.get(i))
                .toArray();
        double mean = Moments.mean(more);
        return n > 1 && mean <= Moments.deviation(more, mean) / Math.sqrt(n - 1.0);
    }

    /// The recipe for one network of fewer epochs; for curves and surfaces, whose training may end
    /// in a poor minimum, for two.
    ///
    /// @param inputs of the part's training rows
    static Recipe trial(Recipe recipe, Study part, Preparation inputs) {
        Recipe resolved = part.resolved(recipe, inputs);
        if (resolved.style() == TrainingStyle.SMOOTH) return recipe.members(2);
        int epochs = resolved.epochs().orElseThrow();
        return recipe.members(1).epochs(Math.min(epochs, Math.max(FEWEST_EPOCHS, epochs / SHARE_OF_EPOCHS)));
    }
}
