package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.tensor.Gradients;
import hillock.tensor.Plan;
import hillock.tensor.Tensor;
import hillock.tensor.Update;
import hillock.tensor.Variable;
import java.util.List;
import java.util.function.Function;

/// Checks that a plan, recorded at one place and run at another, gives the bits of the computation itself: its value as
/// a function of inputs, and a loss and its gradients as a function of variables.
final class PlanCheck {
    /// A rule that leaves the gradient in the variable.
    private static final Kernel GRADIENT = Kernel.of(Expr.input(1));

    private PlanCheck() {}

    static void of(Function<List<Tensor>, Tensor> f, List<Tensor> values) {
        List<Tensor> elsewhere = values.stream()
                .map(v -> v.times(0.7).plus(0.1).map(x -> x.max(-0.9)).detach().requiresGradient())
                .toList();
        value(f, values, elsewhere);
        gradients(f, values, elsewhere);
    }

    private static void value(Function<List<Tensor>, Tensor> f, List<Tensor> values, List<Tensor> elsewhere) {
        List<Tensor> leaves = values.stream().map(Tensor::requiresGradient).toList();
        Plan plan = Plan.of(elsewhere, in -> List.of(f.apply(in)));
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < values.size(); i++) plan.input(i, values.get(i).toArray());
            plan.run();
            assertThat(plan.result(0).toArray())
                    .as("the planned value")
                    .isEqualTo(f.apply(leaves).toArray());
        }
    }

    private static void gradients(Function<List<Tensor>, Tensor> f, List<Tensor> values, List<Tensor> elsewhere) {
        List<Variable> variables = elsewhere.stream().map(Variable::of).toList();
        Update update = Update.of(GRADIENT, variables, 0);
        Plan plan = Plan.training(
                List.of(),
                update,
                _ -> loss(f, variables.stream().map(Variable::value).toList()));
        for (int i = 0; i < values.size(); i++) variables.get(i).set(values.get(i));
        List<Tensor> leaves = values.stream().map(Tensor::requiresGradient).toList();
        Tensor expected = loss(f, leaves);
        Gradients gradients = expected.gradients();
        plan.run();
        assertThat(plan.item(0)).as("the planned loss").isEqualTo(expected.item());
        update.step();
        for (int i = 0; i < leaves.size(); i++) {
            assertThat(variables.get(i).value().toArray())
                    .as("the planned gradient of leaf %s %s", i, leaves.get(i).shape())
                    .isEqualTo(gradients.of(leaves.get(i)).toArray());
        }
    }

    private static Tensor loss(Function<List<Tensor>, Tensor> f, List<Tensor> leaves) {
        Tensor y = f.apply(leaves);
        int size = y.shape().size();
        Tensor weights = size == 0 ? Tensor.zeros(0) : Tensor.linspace(-1, 1.3, size);
        return y.times(weights.reshape(y.shape().dims())).sum();
    }
}
