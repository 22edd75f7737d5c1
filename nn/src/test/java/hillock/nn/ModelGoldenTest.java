package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.reference.Golden;
import hillock.tensor.Gradients;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// A network of PyTorch's, loaded by the names of its state_dict, gives the same answers, gradients and, after eight
/// steps of Adam, weights. The other golden models need layers that do not exist yet: GELU (`mlp_class`), batch
/// normalisation, convolution, recurrence, attention.
class ModelGoldenTest {
    private static final String CASE = "mlp_regress/";

    @Test
    void trainsAsPyTorchDoes() {
        Golden golden = Golden.open("models");
        Sequential net = Sequential.mlp(1, List.of(16, 16), 1, Activations.TANH, Init.TORCH, Rng.of(0));
        SequencedMap<String, Tensor> state = Parameters.snapshot(net);
        state.replaceAll((name, _) -> golden.tensor(CASE + "state." + name));
        Parameters.restore(net, state);
        Tensor x = golden.tensor(CASE + "in.x");
        Tensor y = golden.tensor(CASE + "in.y");
        assertClose(net.apply(x), golden.values(CASE + "out64.y"), 1e-6, "output");

        OptimizerRun adam =
                Optimizer.ADAM.with(Map.of("lr", 1e-2)).start(Parameters.of(net).values());
        double[] losses = golden.values(CASE + "losses64");
        assertThat(losses).hasSize(8);
        for (int step = 0; step < losses.length; step++) {
            Tensor loss = Loss.MSE.apply(net.forward(x, new Pass.Training(Rng.of(1))), y);
            assertClose(loss, new double[] {losses[step]}, 2e-6, "loss before step " + step);
            Gradients gradients = loss.gradients();
            if (step == 0) checkGradients(golden, net, gradients);
            adam.step(gradients);
        }
        // Where a gradient is nearly 0, Adam's step of full length has the sign of its rounding noise.
        Parameters.of(net)
                .forEach(
                        (name, p) -> assertClose(p.value(), golden.values(CASE + "state_after64." + name), 2e-5, name));
        assertClose(net.apply(x), golden.values(CASE + "eval_after64.y"), 1e-5, "output after training");
    }

    private static void checkGradients(Golden golden, Sequential net, Gradients gradients) {
        Parameters.of(net)
                .forEach((name, p) ->
                        assertClose(gradients.of(p.value()), golden.values(CASE + "grad64." + name), 1e-6, name));
    }
}
