package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a plan promises beyond its numbers, which every gradient check compares.
class PlanTest {
    private static final Kernel DESCENT =
            Kernel.of(Expr.input(0).minus(Expr.param(0).times(Expr.input(1))));

    private static Tensor layer(Tensor x, Variable w, Variable b) {
        return x.matmulTransposed(w.value()).plus(b.value()).map(Expr::tanh);
    }

    /// Two layers that fit y to x, as `steps` steps of descent leave them.
    private static List<Tensor> trained(boolean planned, int steps) {
        Rng rng = Rng.of(1);
        Tensor x = Tensor.normal(rng, 33, 3);
        Tensor y = x.sumKeepingDims(1).map(Expr::sin);
        List<Variable> v = Stream.of(new int[] {7, 3}, new int[] {7}, new int[] {1, 7}, new int[] {1})
                .map(dims -> Variable.of(Tensor.normal(rng, dims)))
                .toList();
        Update update = Update.of(DESCENT, v, 0);
        Plan plan = Plan.training(List.of(x, y), update, in -> loss(in.get(0), in.get(1), v));
        plan.input(0, x.data());
        plan.input(1, y.data());
        for (int i = 0; i < steps; i++) {
            if (planned) {
                plan.run();
                update.step(0.1);
            } else {
                update.step(loss(x, y, v).gradients(), 0.1);
            }
        }
        return v.stream().map(Variable::value).toList();
    }

    private static Tensor loss(Tensor x, Tensor y, List<Variable> v) {
        Tensor hidden = layer(x, v.get(0), v.get(1));
        Tensor error =
                hidden.matmulTransposed(v.get(2).value()).plus(v.get(3).value()).minus(y);
        return error.times(error).mean();
    }

    @Test
    void trainingByPlanGivesTheSameBits() {
        List<Tensor> planned = trained(true, 30);
        List<Tensor> eager = trained(false, 30);
        for (int i = 0; i < planned.size(); i++) {
            assertThat(planned.get(i).toArray())
                    .as("variable %s", i)
                    .isEqualTo(eager.get(i).toArray());
        }
    }

    @Test
    void aValueKeepsItsNumbersWhenTheVariableChanges() {
        Variable w = Variable.of(Tensor.of(1, 2));
        Update update = Update.of(DESCENT, List.of(w), 0);
        Tensor before = w.value();
        update.step(before.sum().gradients(), 1);
        assertThat(before.toArray()).containsExactly(1, 2);
        assertThat(w.value().toArray()).containsExactly(0, 1);
        assertThat(w.value()).isSameAs(w.value());
    }

    @Test
    void aPlanFollowsAVariableThatIsSet() {
        Variable w = Variable.of(Tensor.of(1, 2));
        Plan plan =
                Plan.of(List.of(Tensor.zeros(2)), in -> List.of(in.getFirst().times(w.value())));
        w.set(Tensor.of(3, 5));
        plan.input(0, new float[] {10, 10});
        plan.run();
        assertThat(plan.result(0).toArray()).containsExactly(30, 50);
    }

    @Test
    void resultsAreCopies() {
        Plan plan =
                Plan.of(List.of(Tensor.zeros(1)), in -> List.of(in.getFirst().plus(1)));
        plan.run();
        Tensor first = plan.result(0);
        plan.input(0, new float[] {9});
        plan.run();
        assertThat(first.item()).isEqualTo(1);
        assertThat(plan.result(0).item()).isEqualTo(10);
    }

    static Stream<Arguments> refused() {
        Rng rng = Rng.of(1);
        Variable w = Variable.of(Tensor.of(1));
        return Stream.of(
                Arguments.of("looks at a number (item())", of(x -> x.item() > 0 ? x : x.unaryMinus())),
                Arguments.of("looks at numbers (toArray())", of(x -> Tensor.of(x.toArray(), 1))),
                Arguments.of("draws random numbers", of(x -> x.plus(rng.normal()))),
                Arguments.of("changes a variable", of(x -> {
                    w.set(x.detach());
                    return x;
                })),
                Arguments.of("asks for a gradient", of(x -> x.requiresGradient().times(2))));
    }

    private static UnaryOperator<Tensor> of(UnaryOperator<Tensor> f) {
        return f;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeReplayedIsRefused(String reason, UnaryOperator<Tensor> f) {
        assertThatThrownBy(() -> Plan.of(List.of(Tensor.zeros(1)), in -> List.of(f.apply(in.getFirst()))))
                .isInstanceOf(Plan.NotReplayable.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anInputOfAnotherSizeIsRefused() {
        Plan plan = Plan.of(List.of(Tensor.zeros(2)), in -> in);
        assertThatThrownBy(() -> plan.input(0, new float[3])).hasMessage("input 0 of shape [2] cannot be 3 numbers");
    }

    /// Before code is compiled its vectors are objects: the least of many steps counts. Without the first compiler the
    /// second one has to guess about some calls, and leaves a few vectors on the heap.
    @Test
    @Tag("tiered")
    void aStepAllocatesNextToNothing() {
        Variable w = Variable.of(Tensor.normal(Rng.of(1), 30, 20));
        Variable b = Variable.of(Tensor.zeros(30));
        Update update = Update.of(DESCENT, List.of(w, b), 0);
        Tensor x = Tensor.normal(Rng.of(2), 50, 20);
        Plan plan = Plan.training(
                List.of(x), update, in -> layer(in.getFirst(), w, b).sum());
        Threads.use(1); // what the workers allocate would not be counted
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20_000 && least >= 4096; round++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            step(plan, update);
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - before);
        }
        Threads.use(Runtime.getRuntime().availableProcessors());
        assertThat(least).as("bytes allocated by a step").isLessThan(4096);
    }

    /// A hundred thousand steps leave the heap as ten thousand did.
    @Test
    @Tag("tiered")
    void aLongTrainingFillsNoHeap() {
        Variable w = Variable.of(Tensor.normal(Rng.of(1), 8, 4));
        Variable b = Variable.of(Tensor.zeros(8));
        Update update = Update.of(DESCENT, List.of(w, b), 0);
        Tensor x = Tensor.normal(Rng.of(2), 16, 4);
        Plan plan = Plan.training(
                List.of(x), update, in -> layer(in.getFirst(), w, b).sum());
        long early = 0;
        for (int i = 1; i <= 100_000; i++) {
            step(plan, update);
            if (i == 10_000) early = live();
        }
        assertThat(live() - early).as("bytes that 90,000 steps left").isLessThan(1 << 20);
    }

    /// What a collection leaves, the least of some.
    private static long live() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void step(Plan plan, Update update) {
        plan.run();
        update.step(0.001);
    }
}
