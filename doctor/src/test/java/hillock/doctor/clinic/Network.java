package hillock.doctor.clinic;

import hillock.data.Dataset;
import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.nn.Activation;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/// A network and its training, sound as it stands: what a patient is before something is done to it.
record Network(
        Problem problem,
        List<Integer> hidden,
        String activation,
        String optimizer,
        int epochs,
        int rows,
        long seed,
        Loss loss,
        UnaryOperator<Module> module,
        UnaryOperator<Dataset> training,
        UnaryOperator<Dataset> held) {
    static Network of(Problem problem, String activation, long seed, Integer... hidden) {
        Loss loss =
                problem.isRegression() ? Loss.MSE : problem.outputs() == 1 ? Loss.BCE_WITH_LOGITS : Loss.CROSS_ENTROPY;
        return new Network(
                problem, List.of(hidden), activation, "adam(lr=0.005)", 120, 500, seed, loss, m -> m, d -> d, d -> d);
    }

    Network optimizer(String text) {
        return new Network(problem, hidden, activation, text, epochs, rows, seed, loss, module, training, held);
    }

    Network epochs(int count) {
        return new Network(problem, hidden, activation, optimizer, count, rows, seed, loss, module, training, held);
    }

    Network rows(int count) {
        return new Network(problem, hidden, activation, optimizer, epochs, count, seed, loss, module, training, held);
    }

    Network loss(Loss other) {
        return new Network(problem, hidden, activation, optimizer, epochs, rows, seed, other, module, training, held);
    }

    /// The same with something done to the module before training.
    Network module(UnaryOperator<Module> change) {
        return new Network(problem, hidden, activation, optimizer, epochs, rows, seed, loss, change, training, held);
    }

    /// The same with something done to all rows.
    Network data(UnaryOperator<Dataset> change) {
        return new Network(problem, hidden, activation, optimizer, epochs, rows, seed, loss, module, change, change);
    }

    /// The same with something done to the training rows, and other validation rows.
    Network data(UnaryOperator<Dataset> change, UnaryOperator<Dataset> validation) {
        return new Network(
                problem, hidden, activation, optimizer, epochs, rows, seed, loss, module, change, validation);
    }

    /// Trains it under a doctor's eyes.
    Diagnosis diagnose() {
        Rng rng = Rng.of(seed);
        Activation hiddenActivation = Activation.parse(activation);
        Sequential plain = Sequential.mlp(
                problem.inputs,
                hidden,
                problem.outputs(),
                hiddenActivation,
                Init.suitedTo(hiddenActivation),
                rng.split());
        Dataset train = training.apply(problem.rows(rows, 2 * seed));
        Dataset validation = held.apply(problem.rows(Math.max(50, rows / 4), 2 * seed + 1));
        Trainer trainer = Trainer.of(loss)
                .optimizer(Optimizer.parse(optimizer))
                .epochs(epochs)
                .validation(validation);
        return Doctor.watch(trainer).train(module.apply(plain), train, rng.split(), event -> {});
    }

    /// The layers of a module with some put behind.
    static Module with(Module network, Module... more) {
        List<Module> layers = new ArrayList<>(((Sequential) network).layers());
        Collections.addAll(layers, more);
        return new Sequential(layers);
    }
}
