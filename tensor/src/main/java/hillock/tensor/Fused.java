package hillock.tensor;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.kernel.Loop;
import hillock.tensor.backend.Elements;
import hillock.tensor.backend.Gemm;
import hillock.tensor.backend.ReducedElements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Elementwise formulas over one shape that run as one loop. A formula that reads another one's result has it inside,
/// with the very operations of the two loops it stands for: the bits are the same.
final class Fused implements Operation {
    /// Beyond these sizes a loop runs out of registers, or becomes too long to be compiled well.
    private static final int MOST_OPERANDS = 10;

    private static final int MOST_VALUES = 12;

    private final int[] dims;
    private final int size;
    private final List<View> operands = new ArrayList<>();
    private final List<Double> params = new ArrayList<>();
    private final Map<Buffer, Expr> values = new LinkedHashMap<>();
    private final Set<Buffer> needed = new HashSet<>();

    /// @param dims the shape without its dimensions of length 1
    Fused(int[] dims) {
        this.dims = dims;
        int product = 1;
        for (int d : dims) product *= d;
        this.size = product;
    }

    int[] dims() {
        return dims;
    }

    /// Whether it has anything to do with one that reads these: it computes one of them or reads the same.
    boolean isRelatedTo(Collection<View> reads) {
        for (View read : reads) {
            if (values.containsKey(read.buffer()) || indexOf(read) >= 0) return true;
        }
        return false;
    }

    /// Whether a formula of these operands can join: what this one computes is read only at the same position.
    boolean accepts(Collection<View> reads) {
        if (values.size() >= MOST_VALUES || operands.size() + reads.size() > MOST_OPERANDS) return false;
        for (View read : reads) {
            if (values.containsKey(read.buffer()) && !isOwn(read)) return false;
        }
        List<View> together = new ArrayList<>(operands);
        for (View read : reads) if (!values.containsKey(read.buffer())) together.add(read);
        return columns(dims, together) >= 0;
    }

    private boolean isOwn(View read) {
        return read.offset() == 0 && read.isContiguous() && read.buffer().size == size;
    }

    /// Adds a formula, with what its inputs are, and where its result goes.
    void add(Expr formula, List<Double> numbers, Map<Integer, View> reads, Buffer result) {
        Expr placed = formula;
        // In two steps, since an operand's new index may be the old one of another.
        for (int i : reads.keySet()) placed = placed.replace(Expr.input(i), Expr.input(-1 - i));
        for (int i = 0; i < numbers.size(); i++) placed = placed.replace(Expr.param(i), Expr.param(-1 - i));
        for (int i : reads.keySet()) placed = placed.replace(Expr.input(-1 - i), operand(reads.get(i)));
        for (int i = 0; i < numbers.size(); i++) {
            placed = placed.replace(Expr.param(-1 - i), Expr.param(params.size() + i));
        }
        params.addAll(numbers);
        values.put(result, placed);
    }

    private Expr operand(View read) {
        Expr own = values.get(read.buffer());
        if (own != null) return own;
        int known = indexOf(read);
        if (known >= 0) return Expr.input(known);
        operands.add(read);
        return Expr.input(operands.size() - 1);
    }

    private int indexOf(View read) {
        for (int i = 0; i < operands.size(); i++) if (operands.get(i).sameAs(read)) return i;
        return -1;
    }

    /// That others read this result: it has to be stored.
    void need(Buffer result) {
        if (values.containsKey(result)) needed.add(result);
    }

    /// That this result is taken as it is computed, and not stored.
    void leave(Buffer result) {
        needed.remove(result);
    }

    /// The buffer of a needed result may be that of an operand that nobody reads later: each element is read before it
    /// is written.
    boolean mayReplace(Buffer operand) {
        return operands.stream().filter(v -> v.buffer() == operand).allMatch(this::isOwn);
    }

    @Override
    public List<Buffer> reads() {
        return operands.stream().map(View::buffer).distinct().toList();
    }

    @Override
    public List<Buffer> writes() {
        return values.keySet().stream().filter(needed::contains).toList();
    }

    /// Whether it can run row by row over a matrix of that size.
    boolean fits(int rows, int columns) {
        return size > 0 && rows * columns == size && fit(operands, rows, columns);
    }

    /// Into how long rows a loop over this shape can be cut so that in each of them all operands lie evenly, and from
    /// row to row too; the longest, or -1.
    static int columns(int[] dims, Collection<View> operands) {
        int columns = 1;
        for (int d : dims) columns *= d;
        if (columns == 0) return 0;
        int rows = 1;
        for (int d = 0; ; d++) {
            if (fit(operands, rows, columns)) return columns;
            if (d == dims.length) return -1;
            rows *= dims[d];
            columns /= dims[d];
        }
    }

    private static boolean fit(Collection<View> operands, int rows, int columns) {
        for (View v : operands) {
            int[] strides = v.matrixStrides(rows, columns);
            if (strides == null || strides[1] > 1) return false;
        }
        return true;
    }

    /// The rows `from` to `to - 1` at a time.
    Gemm.Rows byRows(int rows, int columns) {
        return elements(rows, columns)::rows;
    }

    @Override
    public Runnable compile() {
        if (size == 0) return () -> {};
        int columns = columns(dims, operands);
        return elements(size / columns, columns)::run;
    }

    /// The loop for a reduction of one of its results.
    ReducedElements reduced(Buffer result) {
        List<Buffer> results = new ArrayList<>(writes());
        results.add(result);
        int columns = columns(dims, operands);
        Placed p = placed(kernel(results), numbers(), operands, results, size / columns, columns);
        return new ReducedElements(p.loop, p.still, p.arrays, p.offsets, p.rowStrides, p.uniforms, columns);
    }

    private Kernel kernel(List<Buffer> results) {
        return Kernel.of(results.stream().map(values::get).toList());
    }

    private double[] numbers() {
        return params.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Elements elements(int rows, int columns) {
        List<Buffer> results = writes();
        return elements(kernel(results), numbers(), operands, results, rows, columns);
    }

    /// A kernel over views and into buffers that have their places.
    static Elements elements(
            Kernel kernel, double[] params, List<View> operands, List<Buffer> results, int rows, int columns) {
        Placed p = placed(kernel, params, operands, results, rows, columns);
        return new Elements(p.loop, p.still, p.arrays, p.offsets, p.rowStrides, p.uniforms, rows, columns);
    }

    /// A loop and where its inputs and outputs lie.
    private record Placed(Loop loop, long still, float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms) {}

    private static Placed placed(
            Kernel kernel, double[] params, List<View> operands, List<Buffer> results, int rows, int columns) {
        int inputs = kernel.inputs();
        int count = inputs + results.size();
        float[][] arrays = new float[count][];
        int[] offsets = new int[count];
        int[] rowStrides = new int[count];
        long still = 0;
        for (int i = 0; i < inputs; i++) {
            View v = operands.get(i);
            int[] strides = v.matrixStrides(rows, columns);
            arrays[i] = v.buffer().array;
            offsets[i] = v.buffer().offset + v.offset();
            rowStrides[i] = strides[0];
            if (strides[1] == 0) still |= 1L << i;
        }
        for (int i = inputs; i < count; i++) {
            Buffer b = results.get(i - inputs);
            arrays[i] = b.array;
            offsets[i] = b.offset;
            rowStrides[i] = columns;
        }
        Loop loop = Loop.of(kernel, still);
        float[] uniforms = new float[loop.uniforms()];
        loop.uniforms(params, uniforms);
        return new Placed(loop, still, arrays, offsets, rowStrides, uniforms);
    }
}
