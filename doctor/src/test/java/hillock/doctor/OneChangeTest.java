package hillock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Dataset;
import hillock.nn.Activation;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Losses;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.ParameterGroup;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneChangeTest {
    private static Dataset wave() {
        Tensor x = Tensor.linspace(-1.7, 1.7, 200).reshape(200, 1);
        return new Dataset(x, x.map(v -> v.times(2).sin()));
    }

    private static Sequential net(String activation) {
        Activation a = Activation.parse(activation);
        return Sequential.mlp(1, List.of(16, 16), 1, a, Init.suitedTo(a), Rng.of(1));
    }

    /// One thing about a training is odd that no detector looks at: trials find it, and name it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adam(lr=0.01, maximize=1) | mse | the optimizer's settings as they are by default (maximize=0, not maximize=1)",
                "adam(lr=0.01, eps=100) | mse | the optimizer's settings as they are by default (eps=1e-8, not eps=100)",
                "sgd(lr=0.02) | huber(delta=1e-6) | the usual loss for such targets, as a mean and without weights"
            })
    void aTrialFindsTheOnePartThatIsToBlame(String optimizer, String loss, String change) {
        Trainer trainer = Trainer.of(Losses.parse(loss))
                .optimizer(Optimizer.parse(optimizer))
                .epochs(100);
        Finding first = Doctor.watch(trainer)
                .train(net("tanh"), wave(), Rng.of(2), event -> {})
                .findings()
                .getFirst();
        assertThat(first.cause()).isEqualTo(Cause.ONE_PART);
        assertThat(first.severity()).isGreaterThan(Severity.NOTE);
        assertThat(first.mend(Locale.ENGLISH)).isEqualTo("Make that change: " + change + ".");
        assertThat(first.why(Locale.CHINESE)).doesNotContain("{").contains("只改一处");
    }

    @Test
    void aRateThatIsTooHighIsNotBlamedOnAnotherPart() {
        Trainer trainer = Trainer.of(Loss.MSE)
                .epochs(80)
                .optimizer(Optimizer.parse("adamw(lr=3, weight_decay=0.05)"))
                .clipNorm(5)
                .rate((progress, epoch) -> 1 - 0.5 * progress)
                .groups(ParameterGroup::withoutDecayOfVectors);
        Diagnosis diagnosis = Doctor.watch(trainer).train(net("relu"), wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.findings().getFirst().cause()).isEqualTo(Cause.RATE_TOO_HIGH);
    }

    @Test
    void parametersThatAreTreatedBadlyAreFoundByTreatingAllAlike() {
        Sequential net = net("tanh");
        Trainer trainer = Trainer.of(Loss.MSE)
                .epochs(150)
                .optimizer(Optimizer.parse("adam(lr=0.01)"))
                .groups(m -> List.of(
                        new ParameterGroup(List.copyOf(Parameters.of(m).values()), Map.of("beta1", 0.0, "lr", 1e-7))));
        Diagnosis diagnosis = Doctor.watch(trainer).train(net, wave(), Rng.of(2), event -> {});
        assertThat(diagnosis.findings().getFirst().mends()).contains(Mend.ALL_ALIKE);
    }

    @Test
    void trialsOfOnePartLeaveTheNetworkAsItWas() {
        Sequential net = net("tanh");
        Trainer trainer = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.parse("adam(lr=0.01, eps=100)"))
                .epochs(50);
        Sequential alone = net("tanh");
        trainer.train(alone, wave(), Rng.of(2), event -> {});
        Doctor.watch(trainer).train(net, wave(), Rng.of(2), event -> {});
        assertThat(Parameters.of(net).get("2.weight").value().toArray())
                .isEqualTo(Parameters.of(alone).get("2.weight").value().toArray());
    }

    @Test
    void whereRowsHoldNoMoreNothingIsTried() {
        Rng rng = Rng.of(5);
        Dataset noise = new Dataset(Tensor.normal(rng, 200, 1), Tensor.normal(rng, 200, 1));
        Trainer trainer = Trainer.of(Loss.MSE).optimizer(Optimizer.parse("adam(lr=0.001, eps=100)"));
        Sequential net = net("relu");
        assertThat(tried(trainer, net, noise)).isEmpty();
        assertThat(tried(trainer, net, wave())).isPresent();
    }

    private static Optional<OneChange> tried(Trainer trainer, Module net, Dataset rows) {
        Event.Prepared ready = new Event.Prepared(trainer, net, rows, Rng.of(1));
        return OneChange.of(ready, Parameters.snapshot(net), 20, Optional.empty());
    }

    /// A margin is no answer that could be compared with -1 and 1.
    @ParameterizedTest
    @ValueSource(strings = {"hinge", "squared_hinge", "soft_margin", "quantile(q=0.95)"})
    void answersThatAreNoTargetsAreNotComparedWithThem(String loss) {
        Dataset sides = new Dataset(wave().x(), wave().y().map(v -> v.sign()));
        Trainer trainer = Trainer.of(Losses.parse(loss))
                .optimizer(Optimizer.parse("adam(lr=0.01)"))
                .epochs(60);
        Diagnosis diagnosis = Doctor.watch(trainer).train(net("tanh"), sides, Rng.of(2), event -> {});
        assertThat(diagnosis.isHealthy()).as(diagnosis.text(Locale.ENGLISH)).isTrue();
    }
}
