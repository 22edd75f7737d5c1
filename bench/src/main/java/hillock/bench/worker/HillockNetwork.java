package hillock.bench.worker;

import hillock.bench.task.Inference;
import hillock.bench.task.Network;
import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Predictor;
import hillock.nn.Sequential;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The networks of the tasks, with their weights.
public final class HillockNetwork {
    private HillockNetwork() {}

    /// The network with its first weights.
    public static Sequential of(Network network) {
        List<Module> layers = new ArrayList<>();
        for (int i = 0; i < network.layers(); i++) {
            if (i > 0) layers.add(Activations.named(network.activation()));
            Tensor weight = Tensor.of(network.weight(i), network.out(i), network.in(i));
            layers.add(new Linear(Parameter.of(weight), Parameter.of(Tensor.of(network.bias(i), network.out(i)))));
        }
        return new Sequential(layers);
    }

    static Job inference(Inference task) {
        Predictor predictor = Predictor.of(of(task), 1, task.in(0));
        float[] x = task.x();
        return Job.repeating(() -> predictor.apply(x), y -> y);
    }
}
