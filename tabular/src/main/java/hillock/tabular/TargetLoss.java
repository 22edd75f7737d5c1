package hillock.tabular;

import hillock.data.BadInput;
import hillock.nn.Loss;
import hillock.nn.Loss.Reduction;
import hillock.nn.Losses;
import java.util.List;
import java.util.Set;

/// What the networks make small.
final class TargetLoss {
    private static final double SMOOTHING = 0.1;
    private static final int NONE = -100;
    private static final int MOST_LISTED = 10;
    /// Those whose targets are -1 and 1.
    private static final Set<String> OF_SIGNS = Set.of("hinge", "squared_hinge", "soft_margin");

    private static final Set<String> ROBUST = Set.of("l1", "smooth_l1", "huber", "quantile");

    private TargetLoss() {}

    /// [Task#loss] with labels of which a tenth is spread over all classes, so that no logit has to
    /// grow without end. Not where one class is rare: a twentieth of each other row would be more
    /// of it than there is, and no temperature brings both classes back.
    static Loss smoothed(TargetEncoding target) {
        if (target.rare().isPresent()) return target.task().loss();
        return switch (target.task()) {
            case REGRESSION -> Loss.MSE;
            case BINARY -> targets(Loss.BCE_WITH_LOGITS, 1 - SMOOTHING, SMOOTHING / 2);
            case MULTICLASS -> Losses.crossEntropy(null, SMOOTHING, NONE);
        };
    }

    /// The loss that a text names, of the network's outputs and the targets 0 and 1, class numbers or
    /// standardised numbers.
    ///
    /// @throws BadInput where there is none of that name, or it does not suit the task
    static Loss named(String text, Task task) {
        Loss loss = Losses.parse(text);
        if (!suited(task).contains(loss.name()))
            throw new BadInput("The loss " + loss.name() + " does not suit " + what(task) + ": choose one of "
                    + String.join(", ", suited(task)) + ".");
        return OF_SIGNS.contains(loss.name()) ? targets(loss, 2, -1) : loss;
    }

    /// Checks that the numbers for classes are as many as those.
    ///
    /// @throws BadInput where they are not
    static void checkWeights(String text, Target target) {
        int classes = target.classes().size();
        check(
                text,
                "weight",
                classes,
                classes + " numbers, one for each class: "
                        + String.join(", ", target.classes().subList(0, Math.min(classes, MOST_LISTED)))
                        + (classes > MOST_LISTED ? ", …" : ""));
        check(
                text,
                "pos_weight",
                1,
                "one number, for \"" + (classes == 2 ? target.classes().getLast() : "1") + "\"");
    }

    private static void check(String text, String setting, int count, String has) {
        int said = Losses.chosen(text, setting).size();
        if (said > 0 && said != count)
            throw new BadInput(
                    "In the loss \"" + text + "\", " + setting + " has to be " + has + "; not " + said + ".");
    }

    /// Whether a far-out target counts no more than by its distance, so that numbers may be on the
    /// scale of all others.
    static boolean isRobust(String text) {
        return ROBUST.contains(Losses.parse(text).name());
    }

    private static List<String> suited(Task task) {
        return switch (task) {
            case REGRESSION -> List.of("mse", "l1", "smooth_l1", "huber", "quantile");
            case BINARY -> List.of("bce_with_logits", "focal", "hinge", "squared_hinge", "soft_margin");
            case MULTICLASS -> List.of("cross_entropy", "multi_margin");
        };
    }

    private static String what(Task task) {
        return switch (task) {
            case REGRESSION -> "a target of numbers, which are standardised";
            case BINARY -> "two classes, for which the network gives one logit";
            case MULTICLASS -> "several classes, for which the network gives a logit each";
        };
    }

    /// The loss of targets `t · scale + shift`.
    private static Loss targets(Loss loss, double scale, double shift) {
        return new Loss(
                loss.name(),
                (z, t) -> loss.each().apply(z, t.map(v -> v.times(scale).plus(shift))),
                Reduction.MEAN);
    }
}
