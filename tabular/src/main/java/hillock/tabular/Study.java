package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Dataset;
import hillock.data.Split;
import hillock.data.Splits;
import hillock.data.Table;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A table understood: which column is to be learnt, what the others are, which rows train and
/// which judge. From here a network is fitted.
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
    private static final int MOST_HELD = 10_000;
    private static final int FEWEST_ROWS = 5;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /// The part of a time limit that is left for judging.
    private static final int SHARE_TO_JUDGE = 10;
    private static final Duration MOST_TO_JUDGE = Duration.ofSeconds(5);
    private static final int FEWEST_BAGGED = 20;
    private static final int MOST_BAGGED = 12_000;
    private static final int FOLDS = 8;
    private static final int FEWEST_HELD = 5;

    /// Reads a table in the light of a question.
    ///
    /// @throws BadInput where the table cannot answer it: see [Target], [Schema]; or with fewer than 5 rows
    public static Study of(Table table, Question question) {
        if (table.columns().size() == 1 && table.columns().getFirst().images().isEmpty())
            throw new BadInput(table.source() + " has a single column, \""
                    + table.columns().getFirst().name()
                    + "\", and a fit learns one column from others: add columns; if a line holds several, put commas,"
                    + " semicolons, tabs, vertical bars or blanks between them.");
        String name = question.target().orElseGet(() -> Target.last(table, question.drop()));
        if (table.rows() < FEWEST_ROWS) throw tooFew(table, table.rows());
        Target target = question.task().isPresent()
                ? Target.of(table, name, question.task().get())
                : Target.of(table, name);
        Table rows = target.labelled(table);
        if (rows.rows() < FEWEST_ROWS) throw tooFew(table, rows.rows());
        Schema schema = Schema.of(rows, name, Set.copyOf(question.drop())).without(question.division());
        Split split = question.division().holdOut(target, rows, heldOut(rows), Rng.of(question.seed()));
        return new Study(
                target, schema, question.division(), rows, rows.select(split.train()), rows.select(split.heldOut()));
    }

    /// The same study with the target's logarithm to learn, or the target itself. Which one helps
    /// is found by trials on the training rows, see [LogRule].
    ///
    /// @param recipe for the trials, which take a quarter of its time limit at most
    /// @param listener is told how trials go
    /// @throws BadInput where a logarithm is wanted of classes, or of a number below 0
    public Study learning(TargetTransform.Choice choice, Recipe recipe, Consumer<Event> listener) {
        return learning(
                switch (choice) {
                    case NONE -> TargetTransform.NONE;
                    case LOG -> LogRule.wanted(target, source);
                    case AUTO -> LogRule.choose(this, recipe, listener);
                });
    }

    Study learning(TargetTransform transform) {
        return new Study(target.transform(transform), schema, division, source, training, validation);
    }

    /// Prepares the columns, trains networks and the baselines on the training rows, and judges them on the
    /// validation rows. Where the table is not large, the same are then trained on all rows: those
    /// are handed out ([Fitted#model]), those that were judged are [Fitted#judged].
    ///
    /// @param listener is told how training goes
    public Fitted fit(Recipe wanted, Consumer<Event> listener) {
        return heeding(wanted).judged(wanted, listener);
    }

    private Fitted judged(Recipe wanted, Consumer<Event> listener) {
        long begun = System.nanoTime();
        Duration limit = wanted.timeLimit();
        Duration learning = learning(limit);
        Learnt learnt = Learnt.of(this, training);
        Map<Contender, Baseline> rivals =
                Rivals.fit(learnt.x(), learnt.target(), training, validation.rows(), limit, wanted.seed());
        // They answer now as well, so that this is no surprise after the training.
        Encoded held = learnt.preparation().apply(validation);
        Map<Contender, Predictions> theirs = Fitted.answers(learnt.target(), rivals, held);
        Duration rivalled = Duration.ofNanos(System.nanoTime() - begun);
        // The rivals come first: what they took of a time limit, the network does without.
        Duration left = left(learning, begun);
        Recipe recipe = resolved(wanted, learnt.preparation());
        boolean apart = learnsApart(recipe);
        Duration first = apart ? left.dividedBy(2) : left;
        Trained judged = train(learnt, recipe.timeLimit(first), apart, listener);
        Fitted fitted = Fitted.of(this, recipe, judged.model, judged.histories, rivals, theirs, held)
                .calibrated(training);
        // As long again as the first training had, nearly, besides what the rivals will take again.
        Duration rest = left(learning, begun).minus(rivalled);
        boolean enough = rest.compareTo(first.multipliedBy(3).dividedBy(4)) >= 0;
        if (!apart || !enough || wanted.stop().getAsBoolean()) return fitted;
        Trained whole = train(source, recipe.timeLimit(rest), true, listener);
        Map<Contender, Baseline> same =
                Rivals.fit(whole.x, whole.model.target(), source, validation.rows(), limit, wanted.seed());
        return fitted.handingOut(whole.model, same);
    }

    /// With the target on the scale that suits the recipe's loss.
    Study heeding(Recipe recipe) {
        boolean wanted = recipe.descent().loss().map(TargetLoss::isRobust).orElse(false);
        return wanted == target.byQuartiles()
                ? this
                : new Study(target.byQuartiles(wanted), schema, division, source, training, validation);
    }

    /// Networks alone, without anything to compare them with.
    ///
    /// @param histories of each
    /// @param x the rows that they learnt from, encoded
    record Trained(Recipe recipe, Model model, List<History> histories, Encoded x) {}

    Trained train(Recipe wanted, Consumer<Event> listener) {
        long begun = System.nanoTime();
        Learnt learnt = Learnt.of(heeding(wanted), training);
        return train(learnt, wanted.timeLimit(left(wanted.timeLimit(), begun)), listener);
    }

    /// @param learnt the training rows
    Trained train(Learnt learnt, Recipe wanted, Consumer<Event> listener) {
        Recipe recipe = resolved(wanted, learnt.preparation());
        return train(learnt, recipe, learnsApart(recipe), listener);
    }

    /// The training of the first network that [#fit] would make, not yet begun: for trials of what
    /// else might be done with it. Where that would not be trained step by step, one that is.
    public Event.Prepared prepared(Recipe wanted) {
        Learnt learnt = Learnt.of(heeding(wanted), training);
        Recipe recipe = resolved(wanted, learnt.preparation());
        if (recipe.style() == TrainingStyle.SMOOTH)
            recipe = Defaults.stepwise(
                    wanted.style(Recipe.DEFAULT.style()), target.task(), training.rows(), learnt.preparation());
        return begin(learnt, recipe, learnsApart(recipe)).members.prepared(0);
    }

    /// How the training rows become numbers, for the networks and all that they are compared with.
    public Preparation preparation() {
        return Learnt.preparation(this, training);
    }

    /// @param inputs of the training rows
    Recipe resolved(Recipe wanted, Preparation inputs) {
        return wanted.resolved(target.task(), training.rows(), inputs);
    }

    /// @param apart whether the validation rows take no part
    Trained train(Table rows, Recipe recipe, boolean apart, Consumer<Event> listener) {
        long begun = System.nanoTime();
        Learnt learnt = Learnt.of(this, rows);
        return train(learnt, recipe.timeLimit(left(recipe.timeLimit(), begun)), apart, listener);
    }

    private Trained train(Learnt learnt, Recipe recipe, boolean apart, Consumer<Event> listener) {
        Begun begun = begin(learnt, recipe, apart);
        Members.Grown grown = begun.members.grow(listener);
        Architecture all = begun.one.members(grown.networks().size());
        Model model = new Model(learnt.preparation(), learnt.target(), all, Architecture.together(grown.networks()));
        return new Trained(recipe, model, grown.histories(), learnt.x());
    }

    /// All that a training needs.
    ///
    /// @param one the architecture of one network
    private record Begun(Architecture one, Members members) {}

    private Begun begin(Learnt learnt, Recipe recipe, boolean apart) {
        long begun = System.nanoTime();
        TargetEncoding encoding = learnt.target();
        int outputs = encoding.task() == Task.MULTICLASS ? encoding.classes().size() : 1;
        Architecture one = new Architecture(
                learnt.x().features(),
                recipe.hidden(),
                outputs,
                recipe.activation().orElseThrow(),
                recipe.style() == TrainingStyle.LAYERWISE,
                1);
        Optional<Dataset> held = apart
                ? Optional.empty()
                : Optional.of(encoding.dataset(learnt.preparation().apply(validation), validation));
        List<Split> splits = apart ? folds(learnt.rows(), Rng.of(recipe.seed())) : List.of();
        Dataset data = encoding.dataset(learnt.x(), learnt.rows());
        Members members = new Members(
                recipe.timeLimit(left(recipe.timeLimit(), begun)),
                one,
                encoding,
                learnt.x(),
                learnt.preparation().pixels(),
                data,
                held,
                splits);
        return new Begun(one, members);
    }

    /// Whether the networks need no validation rows to know when to stop, so that these do nothing
    /// but judge: where each of several leaves out rows of its own, or none has to. One network
    /// alone, and networks of very many rows, find their best epochs on the validation rows.
    private boolean learnsApart(Recipe recipe) {
        if (recipe.style() == TrainingStyle.SMOOTH) return true;
        int rows = training.rows();
        return recipe.members().orElseThrow() > 1 && rows >= FEWEST_BAGGED && rows <= MOST_BAGGED;
    }

    /// The same for a recipe that leaves things open.
    ///
    /// @param learnt the training rows
    boolean needsNoValidation(Recipe wanted, Learnt learnt) {
        return learnsApart(resolved(wanted, learnt.preparation()));
    }

    /// The rows that each network leaves out. By time they are the newest for all of them.
    private List<Split> folds(Table rows, Rng rng) {
        int count = Math.clamp(rows.rows() / FEWEST_HELD, 2, FOLDS);
        if (division instanceof Division.Time) return List.of(division.holdOut(target, rows, 1.0 / count, rng));
        return division.folds(target, rows, division.most(rows, count), rng);
    }

    /// The training rows divided once more: the rows that judge this study take no part.
    Study again(Rng rng) {
        return divided(training, division.holdOut(target, training, heldOut(training), rng));
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

    /// The part of a time limit that is for learning: judging all candidates takes time, too.
    static Duration learning(Duration limit) {
        return limit.minus(shorter(limit.dividedBy(SHARE_TO_JUDGE), MOST_TO_JUDGE));
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    static Duration left(Duration limit, long begun) {
        Duration left = limit.minusNanos(System.nanoTime() - begun);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    /// More rows judge hardly more sharply, and teach where they are left.
    private static double heldOut(Table rows) {
        return Math.min(HELD_OUT, (double) MOST_HELD / rows.rows());
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
