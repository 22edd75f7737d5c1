package hillock.tensor;

import hillock.expr.Kernel;
import hillock.expr.kernel.Loop;
import hillock.tensor.backend.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Changes variables by a rule, given their gradients and what is remembered of each number from step to step: all of
/// them in one pass over the memory, in place.
///
/// ```java
/// Kernel descent = Kernel.of(Expr.input(0).minus(Expr.param(0).times(Expr.input(1))));
/// Update update = Update.of(descent, List.of(w, b), 0);
/// update.step(loss.gradients(), 0.1);
/// ```
public final class Update {
    private static final int PIECE = 1 << 14;

    private final List<Variable> variables;
    private final int groups;
    private final List<Part> parts = new ArrayList<>();
    private final Loop loop;
    private final float[] gradients;
    private final float[][] slots;
    /// The rule's run-time parameters for each group.
    private final float[][] uniforms;
    private double mostNorm = Double.POSITIVE_INFINITY;
    private double normOrder = 2;
    private float mostValue = Float.POSITIVE_INFINITY;

    private Update(Kernel rule, List<List<Variable>> groups, int slots) {
        this.variables = groups.stream().flatMap(List::stream).toList();
        this.groups = groups.size();
        // A number and what is remembered of it are overwritten; between them stands the gradient.
        this.loop = Loop.into(
                rule,
                IntStream.rangeClosed(0, slots)
                        .map(k -> k == 0 ? 0 : k + 1)
                        .boxed()
                        .toList());
        int size = variables.stream().mapToInt(v -> v.shape().size()).sum();
        this.gradients = new float[size];
        this.slots = new float[slots][size];
        this.uniforms = new float[groups.size()][loop.uniforms()];
        settle(size);
        int at = 0;
        for (int g = 0; g < groups.size(); g++) at = divide(groups.get(g), uniforms[g], at);
    }

    /// An update of these variables by a rule.
    ///
    /// @param rule the new number and the new remembered ones, computed from inputs number, gradient and remembered
    ///     ones; its run-time parameters are given at each step
    /// @param slots how many numbers are remembered of each; all start at 0
    public static Update of(Kernel rule, List<Variable> variables, int slots) {
        return ofGroups(rule, List.of(variables), slots);
    }

    /// An update of several groups of variables by one rule, whose run-time parameters differ from group to group.
    public static Update ofGroups(Kernel rule, List<List<Variable>> groups, int slots) {
        return new Update(rule, groups, slots);
    }

    /// Variables that have no place in memory yet get theirs side by side.
    private void settle(int size) {
        float[] storage = new float[size];
        int at = 0;
        for (Variable v : variables) {
            if (v.storage() == null) v.settle(storage, at);
            at += v.shape().size();
        }
    }

    /// Cuts the work of a group into pieces of neighbours; where they begin depends on the sizes alone. Returns where
    /// the next group's gradients begin.
    private int divide(List<Variable> group, float[] params, int begin) {
        int at = begin;
        for (int i = 0; i < group.size(); ) {
            Variable first = group.get(i);
            int size = 0;
            while (i < group.size()
                    && group.get(i).storage() == first.storage()
                    && group.get(i).offset() == first.offset() + size) {
                size += group.get(i++).shape().size();
            }
            for (int from = 0; from < size; from += PIECE) {
                int length = Math.min(PIECE, size - from);
                parts.add(new Part(first.storage(), first.offset() + from, at + from, length, params));
            }
            at += size;
        }
        return at;
    }

    /// Where a variable's gradient has to be put before a [#step(double...)].
    Buffer gradient(Variable variable) {
        int at = 0;
        for (Variable v : variables) {
            if (v == variable) break;
            at += v.shape().size();
        }
        return Buffer.of(gradients, at, variable.shape().size());
    }

    List<Variable> variables() {
        return variables;
    }

    /// Changes every variable by the rule, given the gradients of its present value and the rule's parameters.
    public void step(Gradients given, double... params) {
        take(given);
        step(params);
    }

    /// Puts the gradients of the variables' present values where [#step(double...)] finds them.
    public void take(Gradients given) {
        int at = 0;
        for (Variable v : variables) {
            float[] gradient = given.of(v.value()).data();
            System.arraycopy(gradient, 0, gradients, at, gradient.length);
            at += gradient.length;
        }
    }

    /// From now on all gradients together are scaled down to a norm of that order where theirs is larger, before
    /// each step. As torch.nn.utils.clip_grad_norm_.
    ///
    /// @param most above 0; infinite for no limit
    /// @param order above 0; infinite for the largest absolute number
    public void clipNorm(double most, double order) {
        if (!(most > 0 && order > 0)) {
            throw new IllegalArgumentException(
                    "a norm of order " + order + " cannot be limited to " + most + ": both have to be above 0");
        }
        mostNorm = most;
        normOrder = order;
    }

    /// From now on each number of the gradients is brought into ±most before each step. As
    /// torch.nn.utils.clip_grad_value_.
    ///
    /// @param most above 0; infinite for no limit
    public void clipValue(double most) {
        if (!(most > 0))
            throw new IllegalArgumentException("gradients cannot be limited to " + most + ": it has to be above 0");
        mostValue = (float) most;
    }

    private void clip() {
        if (mostValue < Float.POSITIVE_INFINITY) {
            for (int i = 0; i < gradients.length; i++) gradients[i] = Math.clamp(gradients[i], -mostValue, mostValue);
        }
        if (mostNorm < Double.POSITIVE_INFINITY) {
            double scale = mostNorm / (norm() + 1e-6);
            if (scale < 1) for (int i = 0; i < gradients.length; i++) gradients[i] *= (float) scale;
        }
    }

    private double norm() {
        double sum = 0;
        if (normOrder == Double.POSITIVE_INFINITY) {
            for (float g : gradients) sum = Math.max(sum, Math.abs(g));
            return sum;
        }
        if (normOrder == 2) {
            for (float g : gradients) sum += (double) g * g;
            return Math.sqrt(sum);
        }
        for (float g : gradients) sum += StrictMath.pow(Math.abs(g), normOrder);
        return StrictMath.pow(sum, 1 / normOrder);
    }

    /// The same with the gradients that the plan of this update has left: see [Plan#training].
    public void step(double... params) {
        double[][] each = new double[groups][];
        Arrays.fill(each, params);
        stepGroups(each);
    }

    /// The same with the parameters of each group.
    public void stepGroups(double[][] params) {
        if (params.length != groups)
            throw new IllegalArgumentException(params.length + " rows of parameters for " + groups + " groups");
        clip();
        for (int g = 0; g < groups; g++) loop.uniforms(params[g], uniforms[g]);
        if (parts.size() == 1) parts.getFirst().run();
        else Workers.run(parts.size(), i -> parts.get(i).run());
        for (Variable v : variables) v.changed();
    }

    /// How many numbers the variables hold together.
    public int size() {
        return gradients.length;
    }

    /// Copies the gradients that the plan of this update has left, or that the last step was given, one variable after
    /// the other.
    public void gradients(float[] into) {
        System.arraycopy(gradients, 0, into, 0, gradients.length);
    }

    /// Copies the present numbers of all variables, one variable after the other.
    public void save(float[] into) {
        int at = 0;
        for (Variable v : variables) {
            System.arraycopy(v.storage(), v.offset(), into, at, v.shape().size());
            at += v.shape().size();
        }
    }

    /// Copies what a slot remembers of each number, in the order of [#save].
    public void remembered(int slot, float[] into) {
        System.arraycopy(slots[slot], 0, into, 0, slots[slot].length);
    }

    /// Whether all numbers of all variables are finite.
    public boolean isFinite() {
        for (Variable v : variables) {
            float[] numbers = v.storage();
            int end = v.offset() + v.shape().size();
            for (int i = v.offset(); i < end; i++) if (!Float.isFinite(numbers[i])) return false;
        }
        return true;
    }

    /// Puts back what [#save] copied.
    public void load(float[] saved) {
        int at = 0;
        for (Variable v : variables) {
            System.arraycopy(saved, at, v.storage(), v.offset(), v.shape().size());
            at += v.shape().size();
            v.changed();
        }
    }

    /// A piece of the work.
    private final class Part {
        private final float[][] arrays;
        private final int[] offsets;
        private final int[] strides;
        private final int size;
        private final float[] params;

        Part(float[] storage, int offset, int at, int size, float[] params) {
            this.size = size;
            this.params = params;
            arrays = new float[2 + slots.length][];
            arrays[0] = storage;
            arrays[1] = gradients;
            System.arraycopy(slots, 0, arrays, 2, slots.length);
            offsets = new int[arrays.length];
            for (int i = 0; i < offsets.length; i++) offsets[i] = arrays[i] == storage ? offset : at;
            strides = new int[arrays.length];
        }

        void run() {
            loop.run(arrays, offsets, strides, params, 1, size);
        }
    }
}
