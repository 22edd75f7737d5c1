package hillock.nn;

import hillock.data.Dataset;
import hillock.tensor.Rng;

/// What happens in training, as one stream: the progress bar, the history and the plots listen to it.
public sealed interface Event {
    /// All is ready: what will be trained, for listeners that look inside. They may read it at every later event, and
    /// change nothing before training is over.
    ///
    /// @param rng a copy of the generator that was given: with it the same training can be repeated
    record Prepared(Trainer trainer, Module module, Dataset data, Rng rng) implements Event {}

    /// Training begins.
    ///
    /// @param rows training rows per epoch
    /// @param batches steps per epoch
    record Started(int epochs, int rows, int batches) implements Event {}

    /// A step was made.
    ///
    /// @param epoch from 1
    /// @param batch from 1 within the epoch
    /// @param loss of this batch, before the step
    record BatchDone(int epoch, int batch, double loss) implements Event {}

    /// The training rows were all seen once more.
    ///
    /// @param trainLoss mean over the rows of the epoch, each before the step that it took part in
    /// @param validationLoss mean over the validation rows after the epoch; NaN if there are none
    /// @param isBest whether no epoch so far had a lower loss (on the validation rows, if there are any)
    /// @param seconds since the start
    record EpochDone(int epoch, double trainLoss, double validationLoss, boolean isBest, double seconds)
            implements Event {}

    /// Training is over, and the module has the weights of the best epoch.
    record Finished(Reason reason, int epochs, int bestEpoch, double bestLoss, double seconds) implements Event {}

    /// Why training is over.
    enum Reason {
        /// All epochs were made.
        EPOCHS_DONE,
        /// No step would make the loss noticeably smaller.
        CONVERGED,
        /// The validation loss did not improve any more.
        NO_IMPROVEMENT,
        /// The time limit was reached.
        TIME_LIMIT,
        /// The caller asked to stop.
        STOPPED,
        /// The loss was no longer a finite number.
        DIVERGED
    }
}
