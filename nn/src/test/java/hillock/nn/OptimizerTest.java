package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.expr.Expr;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    static List<Optimizer> all() {
        return Optimizer.all();
    }

    /// One parameter that starts at 1 and always has the gradient 2: three steps by hand.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sgd(lr=0.1)                                     | 0.8, 0.6, 0.4
            sgd(lr=0.1, momentum=0.5)                       | 0.8, 0.5, 0.15
            sgd(lr=0.1, momentum=0.5, nesterov=1)           | 0.7, 0.35, -0.025
            sgd(lr=0.1, momentum=0.5, dampening=0.5)        | 0.8, 0.6, 0.4
            sgd(lr=0.1, dampening=0.5)                      | 0.8, 0.6, 0.4
            sgd(lr=0.1, weight_decay=1)                     | 0.7, 0.43, 0.187
            adam(lr=0.1, eps=0)                             | 0.9, 0.8, 0.7
            adamw(lr=0.1, eps=0, weight_decay=1)            | 0.8, 0.62, 0.458
            nadam(lr=0.1, eps=0)                            | 0.89435482, 0.81598639, 0.74276467
            lion(lr=0.1)                                    | 0.9, 0.8, 0.7
            lion(lr=0.1, weight_decay=1)                    | 0.8, 0.62, 0.458
            """)
    void stepsByHand(String text, String positions) {
        Parameter p = Parameter.of(Tensor.scalar(1));
        OptimizerRun run = Optimizer.parse(text).start(List.of(p));
        for (String expected : positions.split(", ", -1)) {
            run.step(p.value().times(2).gradients());
            assertThat((double) p.value().item()).isCloseTo(Double.parseDouble(expected), within(1e-6));
        }
    }

    @Test
    void gradientsAreClipped() {
        Parameter p = Parameter.of(Tensor.of(0, 0));
        OptimizerRun run = Optimizer.parse("sgd(lr=1)").start(List.of(p)).clipNorm(1);
        run.step(p.value().times(Tensor.of(3, -4)).sum().gradients());
        Close.assertClose(p.value(), new double[] {-0.6, 0.8}, 1e-6, "a norm of 5 becomes 1");
        run.clipNorm(Double.POSITIVE_INFINITY).clipValue(0.5);
        run.step(p.value().times(Tensor.of(3, -0.1)).sum().gradients());
        Close.assertClose(p.value(), new double[] {-1.1, 0.9}, 1e-6, "3 becomes 0.5");
        assertThatThrownBy(() -> run.clipNorm(0)).hasMessageContaining("above 0");
    }

    /// Two parameters with the gradient 2: each group has its own rate, and one of them no weight decay.
    @Test
    void groupsHaveSettingsOfTheirOwn() {
        Parameter a = Parameter.of(Tensor.scalar(1));
        Parameter b = Parameter.of(Tensor.scalar(1));
        OptimizerRun run = Optimizer.parse("sgd(lr=0.1, weight_decay=1)")
                .start(List.of(
                        new ParameterGroup(List.of(a), Map.of()),
                        new ParameterGroup(List.of(b), Map.of("lr", 0.01, "weight_decay", 0.0))));
        run.step(a.value().times(2).plus(b.value().times(2)).gradients());
        run.step(a.value().times(2).plus(b.value().times(2)).gradients(), 0.5);
        assertThat((double) a.value().item()).isCloseTo(0.7 - 0.05 * 2.7, within(1e-6));
        assertThat((double) b.value().item()).isCloseTo(0.97, within(1e-6));
        assertThatThrownBy(() -> Optimizer.SGD.start(
                        List.of(new ParameterGroup(List.of(a), Map.of()), new ParameterGroup(List.of(a), Map.of()))))
                .hasMessageContaining("is in two groups");
        assertThatThrownBy(() ->
                        Optimizer.RPROP.start(List.of(new ParameterGroup(List.of(a), Map.of("weight_decay", 0.0)))))
                .hasMessageContaining("weight_decay");
    }

    @Test
    void biasesAreLeftFreeOfWeightDecay() {
        Linear layer = Linear.of(2, 3, Rng.of(1));
        List<ParameterGroup> groups = ParameterGroup.withoutDecayOfVectors(layer);
        assertThat(groups.get(0)).isEqualTo(new ParameterGroup(List.of(layer.weight()), Map.of()));
        assertThat(groups.get(1)).isEqualTo(new ParameterGroup(List.of(layer.bias()), Map.of("weight_decay", 0.0)));
    }

    /// ½ Σ a x², from 1 on: each gets nearer to 0.
    @ParameterizedTest
    @MethodSource("all")
    void findsTheBottomOfABowl(Optimizer optimizer) {
        Parameter p = Parameter.of(Tensor.of(1, -1, 1));
        double rate = optimizer.name().equals("adadelta") ? 1 : 0.02;
        OptimizerRun run = optimizer.with(Map.of("lr", rate)).start(List.of(p));
        for (int i = 0; i < 300; i++) {
            run.step(
                    p.value().times(p.value()).times(Tensor.of(0.5, 1, 2)).sum().gradients());
        }
        for (float x : p.value().toArray()) assertThat(Math.abs(x)).isLessThan(0.6f);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadFromItsOwnText(Optimizer optimizer) {
        assertThat(Optimizer.parse(optimizer.text())).isEqualTo(optimizer);
        assertThat(Optimizer.parse(optimizer.name())).isEqualTo(optimizer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adamm | There is no optimizer "adamm": did you mean "adam"?
            adam(momentum=0.9) | adam has no setting "momentum": it has lr, beta1, beta2, eps, weight_decay.
            sgd(lr=fast) | In "sgd(lr=fast)", "lr=fast" is not a setting: write name=number.
            """)
    void aBadTextGetsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> Optimizer.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void aPersonsOwnRule() {
        Optimizer sign = Optimizer.of(
                "sign",
                List.of(),
                List.of(new Activation.Setting("lr", 0.25)),
                (p, g, slots, step, settings) ->
                        List.of(p.minus(settings.getFirst().times(g.sign()))));
        Parameter p = Parameter.of(Tensor.of(1, 1));
        sign.start(List.of(p)).step(p.value().times(Tensor.of(5, -0.1)).sum().gradients());
        assertThat(p.value().toArray()).containsExactly(0.75f, 1.25f);
        assertThat(sign.with(Map.of("lr", 0.5)).lr()).isEqualTo(0.5);
        assertThat(sign.kernel().outputs()).hasSize(1).doesNotContain(Expr.input(0));
    }

    @Test
    void aFactorScalesTheLearningRateForOneStep() {
        Parameter p = Parameter.of(Tensor.scalar(1));
        OptimizerRun run = Optimizer.parse("sgd(lr=0.1)").start(List.of(p));
        run.step(p.value().times(2).gradients(), 0.5);
        assertThat(p.value().item()).isEqualTo(0.9f);
        run.step(p.value().times(2).gradients());
        assertThat((double) p.value().item()).isCloseTo(0.7, within(1e-6));
    }

    /// A parameter that the loss does not read stays where it is, but for weight decay.
    @ParameterizedTest
    @MethodSource("all")
    void noGradientNoStep(Optimizer optimizer) {
        Parameter read = Parameter.of(Tensor.scalar(1));
        Parameter unread = Parameter.of(Tensor.scalar(1));
        Map<String, Double> noDecay = optimizer.settings().stream()
                .filter(s -> s.name().equals("weight_decay") || s.name().equals("lambd"))
                .collect(Collectors.toMap(Activation.Setting::name, s -> 0.0));
        optimizer
                .with(noDecay)
                .start(List.of(read, unread))
                .step(read.value().times(3).gradients());
        assertThat(unread.value().item()).isEqualTo(1);
        assertThat(read.value().item()).isLessThan(1);
    }
}
