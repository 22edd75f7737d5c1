package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static final float[] ROW = {5.1f, 3.5f, 1.4f, 0.2f};

    private static Module net() {
        Rng rng = Rng.of(4);
        return Sequential.of(Linear.of(4, 16, rng), Activations.RELU, Linear.of(16, 3, rng), Activations.SOFTMAX);
    }

    @Test
    void computesWhatTheModuleDoes() {
        Module net = net();
        assertThat(Predictor.of(net, 1, 4).apply(ROW))
                .isEqualTo(net.apply(Tensor.of(ROW, 1, 4)).toArray());
    }

    @Test
    void followsTheParameters() {
        Module net = net();
        Predictor predictor = Predictor.of(net, 1, 4);
        for (Parameter p : Parameters.of(net).values()) p.set(p.value().times(2).detach());
        assertThat(predictor.apply(ROW))
                .isEqualTo(net.apply(Tensor.of(ROW, 1, 4)).toArray());
    }

    @Test
    void aModuleThatLooksAtItsNumbersIsComputedEachTime() {
        Module sign = (x, _) -> x.sum().item() > 0 ? x : x.unaryMinus();
        Predictor predictor = Predictor.of(sign, 1, 2);
        assertThat(predictor.apply(1, 2)).containsExactly(1, 2);
        assertThat(predictor.apply(-1, -2)).containsExactly(1, 2);
    }

    @Test
    void servesManyThreads() {
        Module net = net();
        Predictor predictor = Predictor.of(net, 1, 4);
        List<float[]> rows = IntStream.range(0, 2000)
                .mapToObj(i -> new float[] {i % 7, i % 5, i % 3, i})
                .toList();
        List<float[]> answers = rows.parallelStream().map(predictor::apply).toList();
        for (int i = 0; i < rows.size(); i += 97) {
            assertThat(answers.get(i))
                    .isEqualTo(net.apply(Tensor.of(rows.get(i), 1, 4)).toArray());
        }
    }
}
