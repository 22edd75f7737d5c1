package hillock.tabular;

import hillock.nn.Loss;
import hillock.nn.Loss.Reduction;
import hillock.nn.Losses;

/// What the networks of [TrainingStyle#LAYERWISE] make small.
final class TargetLoss {
    private static final double SMOOTHING = 0.1;
    private static final int NONE = -100;

    private TargetLoss() {}

    /// [Task#loss] with labels of which a tenth is spread over all classes, so that no logit has to
    /// grow without end.
    static Loss smoothed(Task task) {
        return switch (task) {
            case REGRESSION -> Loss.MSE;
            case BINARY ->
                new Loss(
                        Loss.BCE_WITH_LOGITS.name(),
                        (z, t) -> Loss.BCE_WITH_LOGITS
                                .each()
                                .apply(z, t.map(v -> v.times(1 - SMOOTHING).plus(SMOOTHING / 2))),
                        Reduction.MEAN);
            case MULTICLASS -> Losses.crossEntropy(null, SMOOTHING, NONE);
        };
    }
}
