package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.Parameters;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Map;

/// D9: can the network learn a handful of rows by heart? A sound one can; where it cannot, the fault is
/// in the model or the loss, not in the data, their number or the training.
///
/// @param rows of the batch
/// @param explained the share of what a constant answer leaves open that was learnt
public record OneBatch(int rows, double explained) {
    private static final int ROWS = 8;
    private static final int STEPS = 400;
    private static final double RATE = 0.005;

    /// Makes the trial with the module's present weights, which it puts back afterwards.
    public static OneBatch of(Trainer trainer, Module module, Dataset data) {
        Map<String, Tensor> kept = Parameters.snapshot(module);
        Dataset rows = Sample.of(data, ROWS);
        try {
            int outputs = Columns.of(module.apply(rows.x())).columns();
            double constant = Constant.loss(trainer.loss(), rows, outputs);
            double best = Trainer.of(trainer.loss())
                    .optimizer(Optimizer.ADAM.with(Map.of("lr", RATE)))
                    .epochs(STEPS)
                    .batch(rows.rows())
                    .train(module, rows, Rng.of(0), event -> {})
                    .finished()
                    .bestLoss();
            return new OneBatch(rows.rows(), (constant - best) / Math.abs(constant));
        } finally {
            Parameters.restore(module, kept);
        }
    }
}
