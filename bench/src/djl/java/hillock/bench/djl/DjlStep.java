package hillock.bench.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import hillock.bench.task.Network;
import hillock.bench.task.Step;
import hillock.bench.worker.Job;
import hillock.bench.worker.Shuffled;
import java.util.Arrays;

/// A step of training by DJL's trainer.
final class DjlStep implements Job {
    private final Step task;
    private final NDManager manager;

    DjlStep(Step task, NDManager manager) {
        this.task = task;
        this.manager = manager;
    }

    static SequentialBlock network(Network network, NDManager manager) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 0; i < network.layers(); i++) {
            if (i > 0) block.add(network.activation().equals("tanh") ? Activation::tanh : Activation::relu);
            Linear linear = Linear.builder().setUnits(network.out(i)).build();
            float[] weight = network.weight(i);
            float[] bias = network.bias(i);
            linear.setInitializer((m, shape, type) -> m.create(weight, shape), Parameter.Type.WEIGHT);
            linear.setInitializer((m, shape, type) -> m.create(bias, shape), Parameter.Type.BIAS);
            block.add(linear);
        }
        block.initialize(manager, DataType.FLOAT32, new Shape(1, network.in(0)));
        return block;
    }

    @Override
    public float[] output() {
        try (Training training = new Training(task.batch())) {
            int[] all = new int[task.batch()];
            for (int i = 0; i < all.length; i++) all[i] = i;
            float[] losses = new float[Step.COMPARED];
            for (int i = 0; i < losses.length; i++) losses[i] = training.step(all);
            return losses;
        }
    }

    @Override
    public Turn turn(long nanos) {
        try (Training training = new Training(Step.BATCHES * task.batch())) {
            return Shuffled.turn(task, nanos, training::step);
        }
    }

    /// A network, its data and its trainer.
    private final class Training implements AutoCloseable {
        private final NDManager scope = manager.newSubManager();
        private final Model model = Model.newInstance("net", "PyTorch");
        private final Loss loss = task.classifies() ? Loss.softmaxCrossEntropyLoss() : new L2Loss("mse", 1);
        private final Trainer trainer;
        private final NDArray x;
        private final NDArray y;

        Training(int rows) {
            x = scope.create(task.x(rows), new Shape(rows, task.in(0)));
            y = scope.create(task.y(rows), task.classifies() ? new Shape(rows) : new Shape(rows, 1));
            model.setBlock(network(task, model.getNDManager()));
            Optimizer adam =
                    Optimizer.adam().optEpsilon((float) Step.EPSILON_BEFORE).build();
            trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(adam));
            trainer.initialize(new Shape(task.batch(), task.in(0)));
        }

        float step(int[] rows) {
            try (NDManager batch = scope.newSubManager()) {
                NDIndex chosen = new NDIndex(
                        "{}", batch.create(Arrays.stream(rows).asLongStream().toArray()));
                NDArray inputs = x.get(batch, chosen);
                NDList targets = new NDList(y.get(batch, chosen));
                NDArray value;
                try (GradientCollector collector = trainer.newGradientCollector()) {
                    NDList outputs = trainer.forward(new NDList(inputs));
                    value = loss.evaluate(targets, outputs);
                    collector.backward(value);
                }
                trainer.step();
                return value.getFloat();
            }
        }

        @Override
        public void close() {
            trainer.close();
            model.close();
            scope.close();
        }
    }
}
