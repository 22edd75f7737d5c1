package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.tensor.Gradients;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Offset;

/// Checks a function of tensors, its gradient and its second derivatives against the [Reference].
///
/// ```java
/// GradientCheck.of(t -> t.get(0).matmul(t.get(1)), Tensor.normal(rng, 3, 4), Tensor.normal(rng, 4, 2));
/// ```
///
/// The function is followed by a sum with random weights w, so that each element of its result counts:
/// L = Σ w·f(leaves).
/// - values: the floats of f against f in double precision, and so for ∂L/∂leaf;
/// - gradient: ∂L/∂leaf, computed in double precision by the graph that autograd made, against central differences of L
///   in double precision, element by element;
/// - a plan recorded at other numbers gives the same bits ([PlanCheck]);
/// - second derivatives: uᵀ·H·v for random directions u, v by autograd twice, against second differences of L.
///
/// The function must be smooth within 10⁻³ of the leaves.
public final class GradientCheck {
    private static final double FLOAT_TOLERANCE = 1e-5;
    private static final double FIRST_TOLERANCE = 1e-6;
    private static final double SECOND_TOLERANCE = 1e-5;
    private static final double FIRST_STEP = 1e-5;
    private static final double SECOND_STEP = 1e-4;

    private final List<Tensor> leaves;
    private final Tensor loss;
    private final Rng rng = Rng.of(7);

    private GradientCheck(Function<List<Tensor>, Tensor> f, List<Tensor> values) {
        this.leaves = values.stream().map(Tensor::requiresGradient).toList();
        Tensor y = f.apply(leaves);
        assertRounded(y, "the value");
        this.loss = y.times(Tensor.normal(rng, y.shape().dims())).sum();
    }

    /// Checks everything at these leaves; the error names the leaf, the element and both numbers.
    public static void of(Function<List<Tensor>, Tensor> f, Tensor... leaves) {
        withoutPlan(f, leaves);
        PlanCheck.of(f, List.of(leaves));
    }

    /// The same of a function that looks at its numbers, so that no plan can be made of it.
    public static void withoutPlan(Function<List<Tensor>, Tensor> f, Tensor... leaves) {
        GradientCheck check = new GradientCheck(f, List.of(leaves));
        check.first();
        check.second();
    }

    private void first() {
        Gradients gradients = loss.differentiableGradients();
        Gradients plain = loss.gradients();
        for (Tensor leaf : leaves) {
            Tensor gradient = gradients.of(leaf);
            String name = "the gradient of leaf " + leaves.indexOf(leaf) + " " + leaf.shape();
            assertThat(gradient.shape()).as(name).isEqualTo(leaf.shape());
            assertThat(plain.of(leaf).toArray()).as(name + " without graph").isEqualTo(gradient.toArray());
            assertRounded(gradient, name);
            double[] exact = Reference.evaluate(gradient, Map.of());
            for (int i = 0; i < exact.length; i++) {
                double slope = (lossAt(leaf, i, FIRST_STEP) - lossAt(leaf, i, -FIRST_STEP)) / (2 * FIRST_STEP);
                assertThat(exact[i]).as("%s at element %s", name, i).isCloseTo(slope, near(slope, FIRST_TOLERANCE));
            }
        }
    }

    private double lossAt(Tensor leaf, int element, double step) {
        double[] moved = Reference.exact(leaf);
        moved[element] += step;
        return Reference.evaluate(loss, Map.of(leaf, moved))[0];
    }

    private void second() {
        List<Tensor> u = directions();
        List<Tensor> v = directions();
        double twice = dot(inner(loss, v), u);
        double difference =
                lossAlong(u, 1, v, 1) - lossAlong(u, 1, v, -1) - lossAlong(u, -1, v, 1) + lossAlong(u, -1, v, -1);
        double expected = difference / (4 * SECOND_STEP * SECOND_STEP);
        assertThat(twice)
                .as("second derivative along two directions")
                .isCloseTo(expected, near(expected, SECOND_TOLERANCE));
    }

    /// ∇y·v as a tensor that can be differentiated again.
    private Tensor inner(Tensor y, List<Tensor> v) {
        Gradients gradients = y.differentiableGradients();
        Tensor sum = Tensor.scalar(0);
        for (int i = 0; i < leaves.size(); i++)
            sum = sum.plus(gradients.of(leaves.get(i)).times(v.get(i)).sum());
        return sum;
    }

    private double dot(Tensor y, List<Tensor> u) {
        return Reference.evaluate(inner(y, u), Map.of())[0];
    }

    private List<Tensor> directions() {
        return leaves.stream()
                .map(leaf -> Tensor.normal(rng, leaf.shape().dims()))
                .toList();
    }

    private double lossAlong(List<Tensor> u, int signU, List<Tensor> v, int signV) {
        Map<Tensor, double[]> moved = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            double[] values = Reference.exact(leaves.get(i));
            double[] du = Reference.exact(u.get(i));
            double[] dv = Reference.exact(v.get(i));
            for (int j = 0; j < values.length; j++) values[j] += SECOND_STEP * (signU * du[j] + signV * dv[j]);
            moved.put(leaves.get(i), values);
        }
        return Reference.evaluate(loss, moved)[0];
    }

    /// The floats of a tensor are its exact values but for rounding, measured by the largest of them.
    private static void assertRounded(Tensor t, String what) {
        double[] exact = Reference.evaluate(t, Map.of());
        float[] floats = t.toArray();
        double largest = 1;
        for (double e : exact) largest = Math.max(largest, Math.abs(e));
        for (int i = 0; i < exact.length; i++) {
            assertThat((double) floats[i])
                    .as("%s in float, element %s", what, i)
                    .isCloseTo(exact[i], within(FLOAT_TOLERANCE * largest));
        }
    }

    private static Offset<Double> near(double expected, double tolerance) {
        return within(tolerance * (1 + Math.abs(expected)));
    }
}
