package hillock.tensor;

import hillock.expr.Expr;
import hillock.tensor.Node.Gather;
import hillock.tensor.Node.MatMul;
import hillock.tensor.Node.Pointwise;
import hillock.tensor.Node.Reduce;
import hillock.tensor.Node.ScatterAdd;
import hillock.tensor.backend.ReducedElements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Turns recorded tensors into the operations of a [Plan]: rearrangements become views where they can, elementwise
/// formulas join into loops, and a loop over the rows of a matrix product runs as these are finished.
///
/// An operation stands where its first formula's last operand is computed, or later; one that joins a loop further down
/// is only needed after it.
final class Schedule {
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Buffer, Integer> producers = new HashMap<>();
    private final Map<Tensor, View> views = new HashMap<>();
    private final Set<Tensor> constants = new HashSet<>();
    private final Map<Tensor, Variable> weights = new HashMap<>();
    private final Set<Buffer> pinned = new HashSet<>();

    /// Gives a tensor that is not computed its numbers.
    void given(Tensor tensor, Buffer buffer) {
        views.put(tensor, View.of(buffer, tensor.shape()));
    }

    /// Gives a tensor the numbers of a variable that changes more seldom than the plan runs.
    void given(Tensor tensor, Buffer buffer, Variable variable) {
        given(tensor, buffer);
        weights.put(tensor, variable);
    }

    /// Schedules the results and all they depend on.
    void compute(List<Tensor> results) {
        for (Tensor t : Graph.fromLeavesUp(results, t -> !views.containsKey(t))) {
            if (constants.containsAll(t.node().reads())) {
                given(t, Buffer.of(t.data(), 0, t.data().length));
                constants.add(t);
            } else {
                views.put(t, schedule(t.node(), t.shape()));
            }
        }
    }

    View view(Tensor t) {
        return views.get(t);
    }

    /// Puts a tensor's numbers into that buffer: right where they are computed if nothing speaks against it.
    void place(Tensor t, Buffer target) {
        View v = views.get(t);
        boolean canMove = v.offset() == 0
                && v.isContiguous()
                && v.buffer().size == target.size
                && producers.containsKey(v.buffer())
                && !v.buffer().isSettled();
        if (canMove) v.buffer().settle(target.array, target.offset);
        else append(new Operation.Copy(v, target));
        pinned.add(canMove ? v.buffer() : target);
    }

    /// The operations in an order in which they can run, with every buffer in its place.
    List<Operation> finish() {
        for (Operation operation : operations) need(operation.reads());
        need(pinned);
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof Operation.Product p) attach(p, i);
        }
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof Operation.Reduction r) feed(r, i);
        }
        List<Operation> left = operations.stream().filter(o -> o != null).toList();
        Memory.assign(left);
        return left;
    }

    private void need(Collection<Buffer> read) {
        for (Buffer b : read) {
            if (producers.containsKey(b) && operations.get(producers.get(b)) instanceof Fused f) f.need(b);
        }
    }

    /// Lets the loop that reads a product run on its rows as they are finished, if all else it reads is there by then.
    private void attach(Operation.Product p, int at) {
        for (int j = at + 1; j < operations.size(); j++) {
            if (operations.get(j) instanceof Fused f
                    && f.reads().contains(p.result())
                    && f.fits(p.stack() * p.m(), p.n())
                    && f.reads().stream().allMatch(b -> b == p.result() || producers.getOrDefault(b, -1) < at)) {
                operations.set(at, p.then(f));
                operations.set(j, null);
                for (Buffer b : f.writes()) producers.put(b, at);
                return;
            }
        }
    }

    /// Lets a reduction take what a loop computes for it alone as it is computed.
    private void feed(Operation.Reduction r, int at) {
        Buffer x = r.x().buffer();
        boolean isWhole = r.x().offset() == 0 && x.size == r.outer() * r.reduced() * r.inner() && x.size > 0;
        if (!isWhole || r.inner() > ReducedElements.BLOCK || pinned.contains(x) || !producers.containsKey(x)) return;
        int from = producers.get(x);
        boolean isRead = operations.stream()
                .anyMatch(o -> o != null && o != r && o.reads().contains(x));
        if (isRead || !(operations.get(from) instanceof Fused f)) return;
        f.leave(x);
        operations.set(from, r.fedBy(f));
        operations.set(at, null);
        producers.put(r.result(), from);
    }

    private View schedule(Node node, Shape shape) {
        return switch (node) {
            case Node.Leaf _ -> throw new IllegalStateException("a leaf is given or constant");
            case Pointwise p -> pointwise(p, shape);
            case Node.Reshape r -> {
                View x = whole(r.x());
                yield new View(x.buffer(), x.offset(), shape.dims(), shape.strides());
            }
            case Node.Expand e -> expanded(views.get(e.x()), shape);
            case Node.Permute p -> {
                View x = views.get(p.x());
                int[] strides = p.order().stream().mapToInt(d -> x.strides()[d]).toArray();
                yield new View(x.buffer(), x.offset(), shape.dims(), strides);
            }
            case Node.Slice s -> {
                View x = views.get(s.x());
                int[] strides = x.strides().clone();
                strides[s.axis()] *= s.step();
                yield new View(x.buffer(), x.offset() + s.from() * x.strides()[s.axis()], shape.dims(), strides);
            }
            case Reduce r -> reduce(r, shape);
            case Node.Softmax s -> softmax(s.log(), s.x(), null, shape);
            case Node.SoftmaxGradient s -> softmax(s.log(), s.y(), s.gy(), shape);
            case MatMul m -> product(m, shape);
            case Gather g
            when g.axis() == 1 && g.index().shape().rank() == 2 ->
                indexed(true, g.x(), g.x().shape().dim(1), g.index(), shape);
            case ScatterAdd s
            when s.axis() == 1 && shape.rank() == 2 -> indexed(false, s.x(), s.length(), s.index(), shape);
            case Node.Unslice _, Node.Concat _, Gather _, ScatterAdd _ -> {
                List<View> inputs = node.reads().stream().map(this::whole).toList();
                Buffer result = new Buffer(shape.size());
                append(new Operation.Evaluated(node, shape, inputs, result));
                yield View.of(result, shape);
            }
        };
    }

    private static View expanded(View x, Shape shape) {
        int[] strides = new int[shape.rank()];
        int shift = strides.length - x.dims().length;
        for (int d = 0; d < x.dims().length; d++) strides[d + shift] = x.dims()[d] == 1 ? 0 : x.strides()[d];
        return new View(x.buffer(), x.offset(), shape.dims(), strides);
    }

    private View pointwise(Pointwise p, Shape shape) {
        if (p.expr() instanceof Expr.Input(int i) && p.inputs().get(i).shape().equals(shape)) {
            return views.get(p.inputs().get(i));
        }
        SortedMap<Integer, View> reads = new TreeMap<>();
        for (int i = 0; i < p.inputs().size(); i++) {
            if (p.expr().contains(Expr.input(i))) {
                reads.put(i, views.get(p.inputs().get(i)).broadcast(shape));
            }
        }
        int[] dims = squeezed(shape);
        if (Fused.columns(dims, reads.values()) < 0) reads.replaceAll((_, read) -> lined(read));
        Buffer result = new Buffer(shape.size());
        int at = loopFor(dims, reads.values());
        ((Fused) operations.get(at)).add(p.expr(), p.params(), reads, result);
        producers.put(result, at);
        return View.of(result, shape);
    }

    /// The position of a loop that a formula with these operands can join, or of a new one.
    private int loopFor(int[] dims, Collection<View> reads) {
        int earliest = 0;
        for (View read : reads) earliest = Math.max(earliest, producers.getOrDefault(read.buffer(), 0));
        for (int i = operations.size() - 1; i >= earliest; i--) {
            if (operations.get(i) instanceof Fused loop
                    && Arrays.equals(loop.dims(), dims)
                    && loop.isRelatedTo(reads)
                    && loop.accepts(reads)) return i;
        }
        operations.add(new Fused(dims));
        return operations.size() - 1;
    }

    private View lined(View v) {
        return v.isContiguous() ? v : View.of(copy(v), Shape.of(v.dims()));
    }

    private static int[] squeezed(Shape shape) {
        return Arrays.stream(shape.dims()).filter(d -> d != 1).toArray();
    }

    private View reduce(Reduce r, Shape shape) {
        Shape full = r.x().shape();
        int[] axes = r.axes().stream().mapToInt(Integer::intValue).toArray();
        if (axes.length == 0) return views.get(r.x());
        View x = views.get(r.x());
        int first = axes[0];
        int[] dims = full.dims();
        if (axes[axes.length - 1] - axes[0] != axes.length - 1) {
            int[] order = Reductions.reducedLast(full.rank(), axes);
            int[] strides =
                    Arrays.stream(order).map(d -> views.get(r.x()).strides()[d]).toArray();
            dims = Arrays.stream(order).map(full::dim).toArray();
            x = new View(x.buffer(), x.offset(), dims, strides);
            first = full.rank() - axes.length;
        }
        View lined = lined(x);
        Buffer result = new Buffer(shape.size());
        append(new Operation.Reduction(
                r.op(),
                lined,
                product(dims, 0, first),
                product(dims, first, first + axes.length),
                product(dims, first + axes.length, dims.length),
                result,
                null));
        return View.of(result, shape);
    }

    private static int product(int[] dims, int from, int to) {
        int product = 1;
        for (int d = from; d < to; d++) product *= dims[d];
        return product;
    }

    private View product(MatMul m, Shape shape) {
        Buffer result = new Buffer(shape.size());
        int stack = shape.rank() == 2 ? 1 : shape.dim(0);
        append(new Operation.Product(
                stack, whole(m.a()), m.transposeA(), whole(m.b()), m.transposeB(), result, null, weights.get(m.b())));
        return View.of(result, shape);
    }

    private View indexed(boolean gathers, Tensor x, int length, Tensor index, Shape shape) {
        Buffer result = new Buffer(shape.size());
        append(new Operation.Indexed(
                gathers, whole(x), length, whole(index), index.shape().dim(0), result));
        return View.of(result, shape);
    }

    private View softmax(boolean log, Tensor x, Tensor gy, Shape shape) {
        Buffer result = new Buffer(shape.size());
        append(new Operation.Softmax(log, whole(x), gy == null ? null : whole(gy), result));
        return View.of(result, shape);
    }

    /// The numbers of a tensor one after the other.
    private View whole(Tensor t) {
        return lined(views.get(t));
    }

    private Buffer copy(View v) {
        Buffer result = new Buffer(Shape.of(v.dims()).size());
        append(new Operation.Copy(v, result));
        return result;
    }

    private void append(Operation operation) {
        operations.add(operation);
        for (Buffer written : operation.writes()) producers.put(written, operations.size() - 1);
    }
}
