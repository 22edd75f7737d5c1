package hillock.tensor;

import hillock.tensor.backend.Gemm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A computation that was recorded once and is run again and again on other inputs of the same
/// shapes and on the present numbers of its variables, in memory of its own: nothing is
/// allocated, and formulas are joined into few loops. The results have the same bits as those of
/// the computation itself.
///
/// ```java
/// Plan square = Plan.of(List.of(Tensor.zeros(3)), in -> List.of(in.get(0).times(in.get(0))));
/// square.input(0, new float[] {1, 2, 3});
/// square.run();
/// square.result(0);      // 1 4 9
/// ```
///
/// The computation must depend on nothing but its inputs and variables: whatever else it reads is
/// taken for constant. A computation that looks at its numbers ([Tensor#item], [Tensor#toArray]),
/// draws random ones or changes a variable is refused. A plan serves one thread at a time.
public final class Plan {
    /// That a computation cannot be replayed, and why.
    public static final class NotReplayable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReplayable(String reason) {
            super("this computation cannot be replayed: " + reason);
        }
    }

    private final List<Buffer> inputs = new ArrayList<>();
    private final List<Tensor> shapes;
    private final List<Buffer> results = new ArrayList<>();
    private final List<Shape> resultShapes = new ArrayList<>();
    private final Runnable[] steps;
    private final long terms;

    private Plan(List<Tensor> examples, Update update, Function<List<Tensor>, List<Tensor>> computation) {
        Map<Tensor, Variable> variables = new HashMap<>();
        List<Tensor> given = examples.stream()
                .map(t -> new Tensor(t.shape(), t.data(), new Node.Leaf(t.isTracked())))
                .toList();
        List<Tensor> recorded = Recording.of(() -> withGradients(computation.apply(given), update), variables);
        Schedule schedule = new Schedule();
        for (Tensor t : given) {
            Buffer input = Buffer.of(new float[t.shape().size()], 0, t.shape().size());
            schedule.given(t, input);
            inputs.add(input);
        }
        variables.forEach((value, variable) -> {
            if (update == null) schedule.given(value, storage(variable), variable);
            else schedule.given(value, storage(variable));
        });
        schedule.compute(recorded);
        int computed =
                recorded.size() - (update == null ? 0 : update.variables().size());
        for (int i = 0; i < recorded.size(); i++) {
            Tensor t = recorded.get(i);
            Buffer place = i < computed
                    ? Buffer.of(new float[t.shape().size()], 0, t.shape().size())
                    : update.gradient(update.variables().get(i - computed));
            schedule.place(t, place);
            if (i < computed) {
                results.add(place);
                resultShapes.add(t.shape());
            }
        }
        shapes = examples;
        List<Operation> operations = schedule.finish();
        steps = operations.stream().map(Operation::compile).toArray(Runnable[]::new);
        terms = operations.stream().mapToLong(Operation::terms).sum();
    }

    /// Records what the computation makes of these examples of its inputs.
    ///
    /// @throws NotReplayable if the computation depends on more than its inputs and variables
    public static Plan of(List<Tensor> examples, Function<List<Tensor>, List<Tensor>> computation) {
        return new Plan(examples, null, computation);
    }

    /// Records a loss, a single number, and its gradients, which [#run] leaves where
    /// [Update#step(double...)] finds them.
    ///
    /// @throws NotReplayable if the computation depends on more than its inputs and variables
    public static Plan training(List<Tensor> examples, Update update, Function<List<Tensor>, Tensor> loss) {
        return new Plan(examples, update, in -> List.of(loss.apply(in)));
    }

    private static List<Tensor> withGradients(List<Tensor> results, Update update) {
        if (update == null) return results;
        List<Tensor> all = new ArrayList<>(results);
        Gradients gradients = results.getFirst().gradients();
        for (Variable v : update.variables()) all.add(gradients.of(v.value()));
        return all;
    }

    private static Buffer storage(Variable v) {
        int size = v.shape().size();
        if (v.storage() == null) v.settle(new float[size], 0);
        return Buffer.of(v.storage(), v.offset(), size);
    }

    /// Says that this plan will run so often: if that is long enough, faster code is made ready
    /// from the start.
    public void expect(long runs) {
        Gemm.expect((double) terms * runs);
    }

    /// Sets an input's numbers, row by row.
    public void input(int index, float[] numbers) {
        Buffer input = inputs.get(index);
        if (numbers.length != input.size) {
            throw new IllegalArgumentException("input " + index + " of shape "
                    + shapes.get(index).shape() + " cannot be " + numbers.length + " numbers");
        }
        System.arraycopy(numbers, 0, input.array, 0, input.size);
    }

    /// Sets an input to the rows of a tensor at the positions `rows[from]`, `rows[from + 1]`, …
    public void input(int index, Tensor source, int[] rows, int from) {
        Buffer input = inputs.get(index);
        Indexing.takeRows(source, rows, from, shapes.get(index).shape(), input.array);
    }

    /// Computes the results from the present inputs and variables.
    public void run() {
        for (Runnable step : steps) step.run();
    }

    /// How many loops, products and the like it consists of.
    int steps() {
        return steps.length;
    }

    /// The first number of a result.
    public float item(int index) {
        Buffer result = results.get(index);
        return result.array[result.offset];
    }

    /// A copy of a result's numbers.
    public Tensor result(int index) {
        float[] copy = new float[results.get(index).size];
        result(index, copy);
        return Making.leaf(resultShapes.get(index), copy);
    }

    /// Copies a result's numbers, row by row.
    public void result(int index, float[] into) {
        Buffer result = results.get(index);
        System.arraycopy(result.array, result.offset, into, 0, result.size);
    }
}
