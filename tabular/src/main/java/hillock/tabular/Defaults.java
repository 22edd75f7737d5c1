package hillock.tabular;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Optimizer;
import java.util.List;
import java.util.Map;

/// What a [Recipe] leaves open, chosen by the task and the size of the table.
///
/// | open | layerwise | plain |
/// |---|---|---|
/// | activation | SELU for classes, Mish for numbers | the same |
/// | init | LeCun, the output layer 0 | the one suited to the activation: He for rectifiers, else Xavier |
/// | batch | a quarter of the rows, but 32 to 256 | a sixteenth of the rows, but 16 to 256 |
/// | epochs | 100; fewer where that would take minutes, at least 20 | 12,000 steps, but 30 to 2000 |
/// | optimizer | AdamW, lr 0.04 or 0.07 for numbers, beta2 0.95, weight_decay 0.03 | Adam, lr 0.003, decay by size |
/// | members | as many as about ten seconds allow, 1 to 8 | the same |
///
/// Plain weight decay is 0.3 · (features - 1) / rows, at most 0.03, the more the fewer rows speak for each
/// feature: a curve of one input needs none and is blurred by it. Curves and surfaces, of up to
/// 1000 rows and two features, made of numbers and dates alone, are [TrainingStyle#SMOOTH] where
/// the recipe leaves all open but a smooth activation. What was measured stands in docs/decisions.md.
final class Defaults {
    private static final int EPOCHS = 100;
    private static final int FEWEST_EPOCHS = 20;
    private static final int MOST_MEMBERS = 8;
    /// Multiplications and additions in forward and backward passes, of one network and of all.
    private static final double WORK = 3e12;
    private static final double WORK_OF_ALL = 6e12;

    private static final int MOST_FEATURES = 2;
    private static final int MOST_ROWS = 1000;
    private static final List<Integer> SMALL = List.of(12, 12);
    private static final int ITERATIONS = 150;
    private static final int STARTS = 12;

    private static final double LR_CLASSES = 0.04;
    private static final double LR_NUMBERS = 0.07;

    /// Steps after which a network of the tutorial's size has usually settled.
    private static final int PLAIN_STEPS = 12_000;

    private static final int PLAIN_MOST_EPOCHS = 2000;
    private static final int PLAIN_FEWEST_EPOCHS = 30;
    private static final double PLAIN_LR = 0.003;
    private static final double DECAY = 0.3;
    private static final double MOST_DECAY = 0.03;

    private Defaults() {}

    static Recipe resolve(Recipe wanted, Task task, int rows, Preparation inputs) {
        wanted.requireSuits(task);
        return isSmooth(wanted, task, rows, inputs) ? smooth(wanted) : stepwise(wanted, task, rows, inputs);
    }

    /// For networks that are trained step by step, also on curves and surfaces.
    static Recipe stepwise(Recipe wanted, Task task, int rows, Preparation inputs) {
        int features = inputs.width();
        boolean plain = wanted.style() == TrainingStyle.PLAIN;
        Activation activation =
                wanted.activation().orElse(task.isClassification() ? Activations.SELU : Activations.MISH);
        int batch = wanted.batch().orElse(plain ? Math.clamp(rows / 16, 16, 256) : Math.clamp(rows / 4, 32, 256));
        double work = work(wanted, rows, features);
        int epochs = wanted.epochs().orElse(plain ? plainEpochs(rows, batch) : epochs(work));
        Optimizer optimizer = wanted.optimizer().orElse(plain ? plainAdam(rows, features) : adam(task));
        double lr = wanted.lr().orElse(optimizer.lr());
        return wanted.activation(activation)
                .init(wanted.init().orElse(plain ? Init.suitedTo(activation) : Init.LECUN_NORMAL))
                .batch(batch)
                .epochs(epochs)
                .optimizer(decayed(optimizer, wanted).with(Map.of("lr", lr)))
                .lr(lr)
                .members(wanted.members().orElse(members(work * epochs)))
                .descent(wanted.descent().decayed())
                .style(wanted.style());
    }

    /// Whether a curve or a surface is to be fitted, and nothing else was asked for.
    private static boolean isSmooth(Recipe wanted, Task task, int rows, Preparation inputs) {
        if (wanted.style() == TrainingStyle.SMOOTH) return true;
        return task == Task.REGRESSION
                && inputs.isNumeric()
                && inputs.width() <= MOST_FEATURES
                && rows <= MOST_ROWS
                && wanted.leavesAllOpen();
    }

    /// With the weight decay that was asked for.
    private static Optimizer decayed(Optimizer optimizer, Recipe wanted) {
        return wanted.descent()
                .weightDecay()
                .map(decay -> optimizer.with(Map.of("weight_decay", decay)))
                .orElse(optimizer);
    }

    private static Recipe smooth(Recipe wanted) {
        if (!wanted.descent().equals(Descent.OPEN))
            throw new IllegalArgumentException(
                    "Levenberg-Marquardt has its own loss and steps: leave the descent open, or choose another style");
        boolean free = wanted.hidden().equals(Recipe.DEFAULT.hidden());
        return wanted.hidden(free ? SMALL : wanted.hidden())
                .activation(wanted.activation().orElse(Activations.TANH))
                .init(wanted.init().orElse(Init.XAVIER_UNIFORM))
                .optimizer(wanted.optimizer().orElse(Optimizer.ADAM))
                .batch(wanted.batch().orElse(1))
                .epochs(wanted.epochs().orElse(ITERATIONS))
                .members(wanted.members().orElse(STARTS))
                .style(TrainingStyle.SMOOTH);
    }

    /// Of one epoch.
    private static double work(Recipe recipe, double rows, int features) {
        double weights = 0;
        double width = features;
        for (int units : recipe.hidden()) {
            weights += width * units;
            width = units;
        }
        return 6 * rows * (weights + width);
    }

    private static int epochs(double work) {
        return (int) Math.clamp(WORK / work, FEWEST_EPOCHS, EPOCHS);
    }

    private static int members(double work) {
        return (int) Math.clamp(WORK_OF_ALL / work, 1, MOST_MEMBERS);
    }

    private static int plainEpochs(int rows, int batch) {
        int stepsPerEpoch = (rows + batch - 1) / batch;
        return Math.clamp(PLAIN_STEPS / stepsPerEpoch, PLAIN_FEWEST_EPOCHS, PLAIN_MOST_EPOCHS);
    }

    private static Optimizer adam(Task task) {
        return Optimizer.ADAMW.with(
                Map.of("lr", task.isClassification() ? LR_CLASSES : LR_NUMBERS, "beta2", 0.95, "weight_decay", 0.03));
    }

    private static Optimizer plainAdam(int rows, int features) {
        double decay = Math.clamp(DECAY * (features - 1) / rows, 0, MOST_DECAY);
        return Optimizer.ADAM.with(Map.of("lr", PLAIN_LR, "weight_decay", decay));
    }
}
