package hillock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Dataset;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.plot.Panel;
import hillock.plot.Series;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoctorFiguresTest {
    private static Diagnosis trained(Activation activation) {
        Rng rng = Rng.of(1);
        Sequential net = Sequential.of(Linear.of(2, 8, rng), activation, Linear.of(8, 1, rng));
        Tensor x = Tensor.linspace(-2, 2, 80).reshape(40, 2);
        Dataset rows = new Dataset(x, x.sum(1).reshape(40, 1));
        return Doctor.watch(Trainer.of(Loss.MSE).epochs(5)).train(net, rows, rng, event -> {});
    }

    @Test
    void stepsAreNamedByTheLayer() {
        Panel steps = new DoctorFigures(Locale.ENGLISH)
                .all(trained(Activations.RELU))
                .get("steps")
                .panels()
                .getFirst();
        assertThat(steps.series()).extracting(Series::name).containsExactly("layer 1", "layer 2", "usual");
    }

    @Test
    void onlyPiecewiseLinearUnitsHaveHinges() {
        Bends relu = trained(Activations.RELU).bends().orElseThrow();
        assertThat(relu.frames()).allSatisfy(f -> assertThat(f.count()).isGreaterThan(1));
        assertThat(relu.frames()).allSatisfy(f -> assertThat(f.edges()).isNotEmpty());
        Bends selu = trained(Activations.SELU).bends().orElseThrow();
        assertThat(selu.frames()).allSatisfy(f -> assertThat(f.count()).isEqualTo(1));
        assertThat(selu.frames()).allSatisfy(f -> assertThat(f.edges()).isEmpty());
    }

    @Test
    void aHingeIsWhereASumCrossesTheKink() {
        Hinges hinges = new Hinges(List.of(0.0, 0.0), List.of(2.0, 2.0), 3);
        double[] sums = new double[9];
        for (int p = 0; p < 9; p++) sums[p] = p % 3 - 0.25;
        hinges.add(hillock.nn.Traits.of(Activations.RELU).kinks(), new Columns(sums, 9, 1));
        assertThat(hinges.edges()).hasSize(2).allSatisfy(e -> {
            assertThat(e.x0()).isEqualTo(0.25);
            assertThat(e.x1()).isEqualTo(0.25);
        });
    }
}
