package hillock.guide;

import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.doctor.DoctorFigures;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Figure;
import hillock.tensor.Rng;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Page 14: a sick network whose gradients fade on their way back.
///
/// Eight hidden layers of 16 sigmoids are to learn `sin(x1) + sin(x2)` in 30 epochs. Their weights suit sigmoid, the
/// learning rate is fine, no unit is dead: what is wrong is the product of eight slopes. The doctor shows it as a
/// gradient that falls from layer to layer (D3). Other learning rates do not help; activations with a steeper
/// slope do, with the weights that suit them.
///
/// @param sick the network as made sick, and its mends
/// @param tanh the same network with tanh and the weights that suit it, under the doctor's eyes
public record P14FadingGradients(Examined sick, Diagnosis tanh) implements Page {
    private static final int DEPTH = 8;

    public static void main(String[] args) throws IOException {
        Page.show(measure(), args);
    }

    public static P14FadingGradients measure() {
        Examined sick = Examined.of(seed -> training(seed, Activations.SIGMOID, 0.01))
                .with("tanh, Xavier weights", "tanh 与 Xavier 权重", seed -> training(seed, Activations.TANH, 0.01));
        Event.Prepared ready = training(Examined.SEED, Activations.TANH, 0.01);
        return new P14FadingGradients(
                sick, Doctor.watch(ready.trainer()).train(ready.module(), ready.data(), ready.rng(), event -> {}));
    }

    private static Event.Prepared training(long seed, Activation activation, double rate) {
        Rng rng = Rng.of(seed);
        List<Integer> hidden = Collections.nCopies(DEPTH, 16);
        Sequential net = Sequential.mlp(2, hidden, 1, activation, Init.suitedTo(activation), rng);
        Trainer trainer = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", rate)))
                .epochs(30)
                .batch(36);
        return new Event.Prepared(trainer, net, P07ReluAndDeath.waves(), rng);
    }

    @Override
    public String measured(Language language) {
        return sick.findings(language) + "\n" + sick.mends(language);
    }

    @Override
    public List<Picture> pictures(Language language) {
        DoctorFigures figures = new DoctorFigures(language.of(Locale.ENGLISH, Locale.CHINESE));
        Figure gradients = Figure.of(
                        "",
                        figures.gradients(
                                language.of("sigmoid: gradients by depth", "sigmoid:各层梯度"),
                                sick.diagnosis().probes()),
                        figures.gradients(language.of("tanh: gradients by depth", "tanh:各层梯度"), tanh.probes()))
                .withPanelSize(440, 360);
        return List.of(
                new Picture("14-fading-gradients-curves", sick.losses(language)),
                new Picture("14-fading-gradients", gradients));
    }
}
