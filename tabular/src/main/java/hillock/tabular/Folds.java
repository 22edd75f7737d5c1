package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Split;
import hillock.nn.Event;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The divisions of a cross-validation: what is wrong with them shows before anything is trained.
///
/// In each round the models learn from all folds but one and are judged by that one. The network sets some
/// of what it learns from aside, as it does in a fit, to find its best epoch: the rows that judge take no
/// part.
///
/// ```java
/// Folds folds = Folds.of(study, 5, 1);
/// folds.fit(Recipe.DEFAULT, event -> {}).ifPresent(cv -> IO.println(cv.verdict().sentence(Locale.ENGLISH)));
/// ```
///
/// @param count of the folds
/// @param repeats how often all rows are divided anew
public record Folds(Study study, int count, int repeats, List<Round> rounds) {
    private static final int FEWEST_ROWS = 5;

    public Folds {
        rounds = List.copyOf(rounds);
    }

    /// One fold.
    ///
    /// @param outer learns from the other folds and is judged by this one
    /// @param inner the same without this fold, divided for the network
    public record Round(Study outer, Study inner) {}

    /// Divides the rows of a study.
    ///
    /// @throws BadInput where there are too few rows, times or groups for so many folds, and where
    ///     division by time is to be repeated
    public static Folds of(Study study, int count, int repeats) {
        if (count < 2) throw new BadInput("A cross-validation needs at least 2 folds, not " + count + ".");
        if (repeats < 1) throw new BadInput("A cross-validation is made at least once, not " + repeats + " times.");
        if (repeats > 1 && study.division() instanceof Division.Time)
            throw new BadInput("Rows are divided by time in one way only: leave out --repeats.");
        List<Round> rounds = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            Rng rng = Rng.of(1 + repeat);
            for (Split split : study.division().folds(study.target(), study.source(), count, rng)) {
                if (split.train().length < FEWEST_ROWS || split.heldOut().length == 0)
                    throw new BadInput(
                            study.source().source() + " has " + study.source().rows()
                                    + " rows with a target, too few for " + count + " folds: ask for fewer.");
                Study outer = study.divided(split);
                rounds.add(new Round(outer, outer.again(rng.split())));
            }
        }
        return new Folds(study, count, repeats, rounds);
    }

    /// Fits all models in each round, the network each time from another seed, and judges them. The
    /// recipe's time limit is for all rounds together. Where its `stop` says so before the first repeat
    /// is done there is no result.
    ///
    /// @param listener is told how each training goes
    public Optional<CrossValidation> fit(Recipe recipe, Consumer<Event> listener) {
        long begun = System.nanoTime();
        Duration limit = recipe.timeLimit().dividedBy(rounds.size());
        List<CrossValidation.Fold> done = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            Recipe own = recipe.seed(recipe.seed() + i).timeLimit(limit);
            // A round that took longer than its share leaves less to those after it.
            Duration left = Study.left(recipe.timeLimit(), begun).dividedBy(rounds.size() - i);
            done.add(fit(rounds.get(i), own, Study.shorter(left, limit), listener));
            if (recipe.stop().getAsBoolean()) return Optional.empty();
        }
        return Optional.of(CrossValidation.of(
                count, repeats, done, study.heeding(recipe).target().byQuartiles()));
    }

    /// @param recipe whose time limit says how much the rivals may do
    /// @param time that the round may take
    private static CrossValidation.Fold fit(Round round, Recipe recipe, Duration time, Consumer<Event> listener) {
        long begun = System.nanoTime();
        Study outer = round.outer;
        Learnt learnt = Learnt.of(outer.heeding(recipe), outer.training());
        TargetEncoding target = learnt.target();
        Map<Contender, Baseline> rivals = Rivals.fit(
                learnt.x(), target, outer.training(), outer.validation().rows(), recipe.timeLimit(), recipe.seed());
        Encoded held = learnt.preparation().apply(outer.validation());
        Map<Contender, Predictions> answers = Fitted.answers(target, rivals, held);
        Known known = Known.of(target, outer.validation());
        answers.replaceAll((who, given) -> decided(who, known, given));
        Recipe rest = recipe.timeLimit(Study.left(Study.learning(time), begun));
        Predictions network = outer.needsNoValidation(rest, learnt)
                ? outer.train(learnt, rest, listener).model().predict(held)
                : round.inner.train(rest, listener).model().predict(outer.validation());
        answers.put(Contender.NETWORK, decided(Contender.NETWORK, known, Calibration.crossFitted(known, network)));
        return CrossValidation.Fold.of(outer, answers);
    }

    private static Predictions decided(Contender who, Known known, Predictions given) {
        return Decision.of(who, known, given).crossFitted(known, given);
    }
}
