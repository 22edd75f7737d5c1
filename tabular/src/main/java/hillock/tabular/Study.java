package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Dataset;
import hillock.data.Split;
import hillock.data.Splits;
import hillock.data.Table;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A table understood: which column is to be learnt, what the others are, which rows train and which judge. From here a
/// network is fitted.
///
/// ```java
/// Study study = Study.of(Csv.read(Path.of("iris.csv")), Question.DEFAULT);
/// Fitted fitted = study.fit(Recipe.DEFAULT, event -> {});
/// fitted.verdict().sentence(Locale.ENGLISH);
/// ```
///
/// @param division how rows are divided
/// @param source the rows that have a target
/// @param training those that models are fitted on
/// @param validation those that judge them
public record Study(Target target, Schema schema, Division division, Table source, Table training, Table validation) {
    private static final double HELD_OUT = 0.2;
    private static final int FEWEST_ROWS = 5;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final int SHORTEST_PATIENCE = 20;
    private static final int EPOCHS_PER_PATIENCE = 10;

    /// Reads a table in the light of a question.
    ///
    /// @throws BadInput where the table cannot answer it: see [Target], [Schema]; or with fewer than 5 rows
    public static Study of(Table table, Question question) {
        String name = question.target().orElseGet(() -> Target.last(table, question.drop()));
        if (table.rows() < FEWEST_ROWS) throw tooFew(table, table.rows());
        Target target = question.task().isPresent()
                ? Target.of(table, name, question.task().get())
                : Target.of(table, name);
        Table rows = target.labelled(table);
        if (rows.rows() < FEWEST_ROWS) throw tooFew(table, rows.rows());
        Schema schema = Schema.of(rows, name, Set.copyOf(question.drop())).without(question.division());
        Split split = question.division().holdOut(target, rows, HELD_OUT, Rng.of(question.seed()));
        return new Study(
                target, schema, question.division(), rows, rows.select(split.train()), rows.select(split.heldOut()));
    }

    /// Prepares the columns, trains a network and the baselines, and judges them on the validation
    /// rows.
    ///
    /// @param listener is told how training goes
    public Fitted fit(Recipe wanted, Consumer<Event> listener) {
        long begun = System.nanoTime();
        TargetEncoding encoding = TargetEncoding.of(target, training);
        Encoded x = Preparation.of(schema, training).apply(training);
        Map<Contender, Baseline> rivals = Rivals.fit(x, encoding, this, wanted.timeLimit(), wanted.seed());
        // The rivals come first: what they took of a time limit, the network does without.
        Trained trained = train(wanted.timeLimit(left(wanted.timeLimit(), begun)), listener);
        Recipe recipe = trained.recipe.timeLimit(wanted.timeLimit());
        return Fitted.of(this, recipe, trained.model, trained.history, rivals, trained.held)
                .calibrated(training);
    }

    /// A network alone, without anything to compare it with.
    ///
    /// @param x the training rows, encoded
    /// @param held the validation rows, encoded
    record Trained(Recipe recipe, Model model, History history, Encoded x, Encoded held) {}

    Trained train(Recipe wanted, Consumer<Event> listener) {
        Begun begun = begin(wanted);
        Event.Prepared ready = begun.ready;
        History history = ready.trainer().train(ready.module(), ready.data(), ready.rng(), listener);
        return new Trained(begun.recipe, begun.model, history, begun.x, begun.held);
    }

    /// The training that [#fit] would make, not yet begun: for trials of what else might be done with it.
    public Event.Prepared prepared(Recipe wanted) {
        return begin(wanted).ready;
    }

    /// All that a training needs.
    private record Begun(Recipe recipe, Model model, Event.Prepared ready, Encoded x, Encoded held) {}

    private Begun begin(Recipe wanted) {
        Preparation preparation = Preparation.of(schema, training);
        int features = preparation.features().size();
        Recipe recipe = wanted.resolved(training.rows(), features);
        Rng rng = Rng.of(recipe.seed());
        TargetEncoding encoding = TargetEncoding.of(target, training);
        int outputs = encoding.task() == Task.MULTICLASS ? encoding.classes().size() : 1;
        Architecture shape = new Architecture(features, recipe.hidden(), outputs, recipe.activation());
        Sequential network = shape.build(recipe.init().orElseThrow(), rng.split());
        Model model = new Model(preparation, encoding, shape, network);
        Encoded x = preparation.apply(training);
        Encoded held = preparation.apply(validation);
        Trainer trainer = trainer(recipe, encoding.task(), model.dataset(held, validation));
        Event.Prepared ready = new Event.Prepared(trainer, network, model.dataset(x, training), rng.split());
        return new Begun(recipe, model, ready, x, held);
    }

    /// The training rows divided once more: the rows that judge this study take no part.
    Study again(Rng rng) {
        return divided(training, division.holdOut(target, training, HELD_OUT, rng));
    }

    /// All rows divided in another way.
    Study divided(Split split) {
        return divided(source, split);
    }

    private Study divided(Table rows, Split split) {
        Table learning = rows.select(split.train());
        return new Study(target, schema, division, rows, learning, rows.select(split.heldOut()));
    }

    /// The same study with at most so many training rows, drawn at random.
    Study sample(int most, Rng rng) {
        int rows = training.rows();
        if (rows <= most) return this;
        double rest = (rows - most) / (double) rows;
        Split split = target.task().isClassification()
                ? Splits.stratified(TargetEncoding.of(target, source).classIndices(training), rest, rng)
                : Splits.holdOut(rows, rest, rng);
        return new Study(target, schema, division, source, training.select(split.train()), validation);
    }

    private static Trainer trainer(Recipe recipe, Task task, Dataset validation) {
        int epochs = recipe.epochs().orElseThrow();
        return Trainer.of(task.loss())
                .optimizer(recipe.optimizer())
                .epochs(epochs)
                .batch(recipe.batch().orElseThrow())
                .validation(validation)
                .patience(Math.max(SHORTEST_PATIENCE, epochs / EPOCHS_PER_PATIENCE))
                .timeLimit(recipe.timeLimit())
                .stopWhen(recipe.stop());
    }

    static Duration left(Duration limit, long begun) {
        Duration left = limit.minusNanos(System.nanoTime() - begun);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private static BadInput tooFew(Table table, int rows) {
        return new BadInput(table.source() + " has " + rows + (rows == 1 ? " row" : " rows")
                + " with a target, and a fit needs at least " + FEWEST_ROWS + ": add more.");
    }

    /// What a user wants to know.
    ///
    /// @param target the column to learn; the last one if empty
    /// @param task as decided by the target's values if empty
    /// @param drop columns to leave out
    /// @param seed by which the validation rows are drawn
    /// @param division how rows are divided into those that models learn from and those that judge them
    public record Question(
            Optional<String> target, Optional<Task> task, List<String> drop, long seed, Division division) {
        /// The last column, from all others.
        public static final Question DEFAULT = new Question(Optional.empty(), Optional.empty(), List.of(), 0);

        public Question {
            drop = List.copyOf(drop);
        }

        /// The rows are divided at random.
        public Question(Optional<String> target, Optional<Task> task, List<String> drop, long seed) {
            this(target, task, drop, seed, new Division.Random());
        }
    }
}
