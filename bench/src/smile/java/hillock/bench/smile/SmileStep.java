package hillock.bench.smile;

import hillock.bench.task.Network;
import hillock.bench.task.Step;
import hillock.bench.worker.Job;
import hillock.bench.worker.Shuffled;
import java.util.Arrays;
import smile.model.mlp.Layer;
import smile.model.mlp.LayerBuilder;
import smile.model.mlp.MultilayerPerceptron;
import smile.model.mlp.OutputFunction;
import smile.util.function.TimeFunction;

/// A step of training on a batch.
final class SmileStep implements Job {
    private final Step task;

    SmileStep(Step task) {
        this.task = task;
    }

    static smile.classification.MLP classifier(Network network) {
        int classes = network.out(network.layers() - 1);
        return tuned(new smile.classification.MLP(layers(network, Layer.mle(classes, OutputFunction.SOFTMAX))));
    }

    /// Nothing to compare: each network starts elsewhere.
    @Override
    public float[] output() {
        return new float[0];
    }

    @Override
    public Turn turn(long nanos) {
        int count = Step.BATCHES * task.batch();
        double[][] x = rows(task.x(count), task.in(0));
        float[] y = task.y(count);
        if (task.classifies()) {
            smile.classification.MLP net = classifier(task);
            return Shuffled.turn(task, nanos, rows -> {
                net.update(
                        chosen(x, rows),
                        Arrays.stream(rows).map(i -> (int) y[i]).toArray());
                return 0;
            });
        }
        smile.regression.MLP net = tuned(new smile.regression.MLP(layers(task, Layer.mse(1, OutputFunction.LINEAR))));
        return Shuffled.turn(task, nanos, rows -> {
            net.update(
                    chosen(x, rows), Arrays.stream(rows).mapToDouble(i -> y[i]).toArray());
            return 0;
        });
    }

    private static LayerBuilder[] layers(Network network, LayerBuilder last) {
        LayerBuilder[] layers = new LayerBuilder[network.layers() + 1];
        layers[0] = Layer.input(network.in(0));
        for (int i = 1; i < network.layers(); i++) {
            int units = network.in(i);
            layers[i] = network.activation().equals("tanh") ? Layer.tanh(units) : Layer.rectifier(units);
        }
        layers[network.layers()] = last;
        return layers;
    }

    private static <T extends MultilayerPerceptron> T tuned(T net) {
        net.setLearningRate(TimeFunction.constant(0.001));
        net.setMomentum(TimeFunction.constant(0.9));
        net.setRMSProp(0.999, 1e-8);
        return net;
    }

    private static double[][] rows(float[] numbers, int columns) {
        double[][] rows = new double[numbers.length / columns][columns];
        for (int i = 0; i < numbers.length; i++) rows[i / columns][i % columns] = numbers[i];
        return rows;
    }

    private static double[][] chosen(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
    }
}
