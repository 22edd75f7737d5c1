package hillock.tabular;

import hillock.nn.Loss;

/// What kind of answer a model gives, and with it the output layer and the loss.
///
/// | task | the model's output | loss |
/// |---|---|---|
/// | `REGRESSION` | one number | mean squared error |
/// | `BINARY` | one logit, of the second class | binary cross-entropy |
/// | `MULTICLASS` | one logit for each class | cross-entropy |
///
/// ```java
/// Task.valueOf("BINARY").isClassification();   // true
/// ```
public enum Task {
    REGRESSION,
    BINARY,
    MULTICLASS;

    public boolean isClassification() {
        return this != REGRESSION;
    }

    /// What training makes small: of standardised numbers, or of logits.
    public Loss loss() {
        return switch (this) {
            case REGRESSION -> Loss.MSE;
            case BINARY -> Loss.BCE_WITH_LOGITS;
            case MULTICLASS -> Loss.CROSS_ENTROPY;
        };
    }
}
