package hillock.bench.nd4j;

import hillock.bench.task.Step;
import hillock.bench.worker.Job;
import hillock.bench.worker.Shuffled;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/// A step of training by SameDiff.
final class Nd4jStep implements Job {
    private final Step task;

    Nd4jStep(Step task) {
        this.task = task;
    }

    @Override
    public float[] output() {
        Training training = new Training(task.batch());
        int[] all = IntStream.range(0, task.batch()).toArray();
        float[] losses = new float[Step.COMPARED];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = training.loss();
            training.step(all);
        }
        return losses;
    }

    @Override
    public Turn turn(long nanos) {
        return Shuffled.turn(task, nanos, new Training(Step.BATCHES * task.batch())::step);
    }

    /// A network and its data.
    private final class Training {
        private final SameDiff graph = SameDiff.create();
        private final INDArray x;
        private final INDArray y;

        Training(int rows) {
            x = Nd4j.createFromArray(task.x(rows)).reshape('c', rows, task.in(0));
            INDArray targets = Nd4j.createFromArray(task.y(rows));
            y = task.classifies() ? oneHot(targets) : targets.reshape('c', rows, 1);
            SDVariable out = graph.placeHolder("x", DataType.FLOAT, -1, task.in(0));
            for (int i = 0; i < task.layers(); i++) {
                if (i > 0) out = task.activation().equals("tanh") ? graph.math.tanh(out) : graph.nn.relu(out, 0);
                INDArray weight = Nd4j.createFromArray(task.weight(i)).reshape('c', task.out(i), task.in(i));
                SDVariable w = graph.var("w" + i, weight.transpose().dup('c'));
                SDVariable b = graph.var("b" + i, Nd4j.createFromArray(task.bias(i)));
                out = graph.nn.linear(out, w, b);
            }
            SDVariable label = graph.placeHolder("y", DataType.FLOAT, -1, task.out(task.layers() - 1));
            if (task.classifies()) graph.loss.softmaxCrossEntropy("loss", label, out, null);
            else graph.loss.meanSquaredError("loss", label, out, null);
            graph.setLossVariables("loss");
            graph.setTrainingConfig(TrainingConfig.builder()
                    .updater(new Adam(1e-3, 0.9, 0.999, Step.EPSILON_BEFORE))
                    .dataSetFeatureMapping("x")
                    .dataSetLabelMapping("y")
                    .build());
        }

        float step(int[] rows) {
            DataSet batch = new DataSet(x.getRows(rows), y.getRows(rows));
            graph.fit(batch);
            return 0;
        }

        /// The loss of all rows, which a step does not tell.
        float loss() {
            return graph.outputSingle(Map.of("x", x, "y", y), "loss").getFloat(0);
        }

        private INDArray oneHot(INDArray classes) {
            INDArray all = Nd4j.zeros(DataType.FLOAT, classes.length(), 10);
            for (int i = 0; i < classes.length(); i++) all.putScalar(i, classes.getInt(i), 1);
            return all;
        }
    }
}
