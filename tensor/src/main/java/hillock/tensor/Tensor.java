package hillock.tensor;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.tensor.Node.Leaf;
import hillock.tensor.Node.Reduction;
import java.util.List;
import java.util.function.UnaryOperator;

/// Numbers (32-bit floats) in a rectangular arrangement, immutable, stored row by row.
///
/// ```java
/// Tensor x = Tensor.linspace(-20, 20, 1000).requiresGradient();
/// Tensor y = x.map(Expr::sigmoid);
/// Tensor dydx = y.sum().gradients().of(x);      // y (1 - y)
/// ```
///
/// Arithmetic broadcasts: shapes are aligned at the last dimension, and a length of 1 or a missing
/// dimension stretches. A gradient flows to a leaf that asks for it ([#requiresGradient]); a result none of
/// whose inputs asks keeps no graph. Any formula is applied by [#map] or [#pointwise] in one pass. Axes
/// count from 0, or backwards from the last, -1.
///
/// Every method throws [IllegalArgumentException], naming the shapes, if they do not fit.
public final class Tensor {
    private final Shape shape;
    private final float[] data;
    private final Node node;
    private final boolean tracked;

    Tensor(Shape shape, float[] data, Node node) {
        this(shape, data, node, !(node instanceof Leaf(boolean wants)) || wants);
    }

    /// @param tracked whether a gradient flows through; a recording keeps the node also where none does
    Tensor(Shape shape, float[] data, Node node, boolean tracked) {
        this.shape = shape;
        this.data = data;
        this.node = node;
        this.tracked = tracked;
    }

    /// These numbers in a row: shape `[values.length]`.
    public static Tensor of(double... values) {
        return Making.row(values);
    }

    /// These numbers, row by row, in the given shape.
    public static Tensor of(float[] values, int... dims) {
        return Making.leaf(Shape.of(dims), values.clone());
    }

    /// A matrix of these rows.
    public static Tensor of(double[][] rows) {
        return Making.matrix(rows);
    }

    /// A single number: shape `[]`.
    public static Tensor scalar(double value) {
        return full(value);
    }

    public static Tensor zeros(int... dims) {
        return full(0, dims);
    }

    public static Tensor ones(int... dims) {
        return full(1, dims);
    }

    /// The same number everywhere.
    public static Tensor full(double value, int... dims) {
        return Making.full(value, Shape.of(dims));
    }

    /// `count` numbers from `first` to `last`, both included, evenly spaced.
    public static Tensor linspace(double first, double last, int count) {
        return Making.linspace(first, last, count);
    }

    /// Independent draws, evenly from [low, high).
    public static Tensor uniform(Rng rng, double low, double high, int... dims) {
        return Making.uniform(rng, low, high, Shape.of(dims));
    }

    /// Independent draws from the normal distribution with mean 0 and standard deviation 1.
    public static Tensor normal(Rng rng, int... dims) {
        return Making.draw(rng::normal, Shape.of(dims));
    }

    public Shape shape() {
        return shape;
    }

    /// The number in a tensor of one element.
    public float item() {
        if (shape.size() != 1) throw new IllegalArgumentException("item() of a tensor of shape " + shape);
        Recording.spoil("it looks at a number (item())");
        return data[0];
    }

    /// A copy of the numbers, row by row.
    public float[] toArray() {
        Recording.spoil("it looks at numbers (toArray())");
        return data.clone();
    }

    /// The numbers in double precision, row by row.
    public double[] toDoubles() {
        Recording.spoil("it looks at numbers (toDoubles())");
        return Making.doubles(data);
    }

    /// How this tensor came about.
    public Node node() {
        return node;
    }

    /// The numbers themselves: nobody writes to them once the tensor exists.
    float[] data() {
        return data;
    }

    /// A leaf with these numbers that asks for its gradient.
    public Tensor requiresGradient() {
        Recording.spoil("it asks for a gradient (requiresGradient())");
        return new Tensor(shape, data, new Leaf(true));
    }

    /// These numbers without their history: no gradient flows through.
    public Tensor detach() {
        if (!tracked) return this;
        return Recording.isRunning()
                ? new Tensor(shape, data, new Node.Reshape(this), false)
                : new Tensor(shape, data, new Leaf(false));
    }

    /// Whether a gradient flows through this tensor.
    public boolean isTracked() {
        return tracked;
    }

    /// The gradients of this single number for every leaf that asked.
    public Gradients gradients() {
        return Gradients.of(this, Gradients.seed(this), false);
    }

    /// The gradients of `Σ upstream·this`: what flows back when these numbers, of this tensor's shape, arrive from
    /// behind.
    public Gradients gradients(Tensor upstream) {
        if (!upstream.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "what flows back to shape " + shape + " must have that shape, not " + upstream.shape());
        }
        return Gradients.of(this, upstream.detach(), false);
    }

    /// Like [#gradients], with gradients that can be differentiated again.
    public Gradients differentiableGradients() {
        return Gradients.of(this, Gradients.seed(this), true);
    }

    /// The formula at every position: `x.map(Expr::tanh)`, `x.map(v -> v.max(0))`.
    public Tensor map(UnaryOperator<Expr> formula) {
        return pointwise(formula.apply(Expr.input(0)), List.of(), this);
    }

    /// The formula of several inputs at every position, the inputs broadcast to a common shape.
    public static Tensor pointwise(Expr formula, Tensor... inputs) {
        return pointwise(formula, List.of(), inputs);
    }

    /// The same with values for the formula's run-time parameters.
    public static Tensor pointwise(Expr formula, List<Double> params, Tensor... inputs) {
        return Elementwise.apply(formula, params, List.of(inputs));
    }

    /// Several formulas of the same inputs, computed in one pass.
    public static List<Tensor> pointwise(Kernel kernel, List<Double> params, Tensor... inputs) {
        return Elementwise.applyAll(kernel, params, List.of(inputs));
    }

    public Tensor plus(Tensor other) {
        return pointwise(Elementwise.PLUS, this, other);
    }

    public Tensor plus(double other) {
        return pointwise(Elementwise.PLUS_NUMBER, List.of(other), this);
    }

    public Tensor minus(Tensor other) {
        return pointwise(Elementwise.MINUS, this, other);
    }

    public Tensor minus(double other) {
        return plus(-other);
    }

    /// The product position by position; for the matrix product see [#matmul].
    public Tensor times(Tensor other) {
        return pointwise(Elementwise.TIMES, this, other);
    }

    public Tensor times(double other) {
        return pointwise(Elementwise.TIMES_NUMBER, List.of(other), this);
    }

    public Tensor div(Tensor other) {
        return pointwise(Elementwise.DIV, this, other);
    }

    public Tensor div(double other) {
        return pointwise(Elementwise.DIV_NUMBER, List.of(other), this);
    }

    public Tensor unaryMinus() {
        return map(Expr::unaryMinus);
    }

    /// The matrix product `[m, k] · [k, n] → [m, n]`. Dimensions before the last two are a stack of
    /// matrices and broadcast; a vector on the left is a row, on the right a column, and its dimension is
    /// dropped from the result.
    public Tensor matmul(Tensor other) {
        return Products.matmul(this, other);
    }

    /// `this · otherᵀ`, `[…, k] · [n, k] → […, n]`: what a linear layer computes.
    public Tensor matmulTransposed(Tensor other) {
        return Products.linear(this, other);
    }

    /// The sum of everything, or over these axes, which are dropped.
    public Tensor sum(int... axes) {
        return Reductions.reduce(Reduction.SUM, this, axes, false);
    }

    /// The sum over these axes, which stay with length 1.
    public Tensor sumKeepingDims(int... axes) {
        return Reductions.reduce(Reduction.SUM, this, axes, true);
    }

    /// The mean of everything, or over these axes.
    public Tensor mean(int... axes) {
        return Reductions.mean(this, axes);
    }

    /// The largest of everything, or over these axes; NaN if one is NaN. Ties share the gradient evenly, as torch.amax.
    public Tensor max(int... axes) {
        return Reductions.reduce(Reduction.MAX, this, axes, false);
    }

    /// The maximum over these axes, which stay with length 1.
    public Tensor maxKeepingDims(int... axes) {
        return Reductions.reduce(Reduction.MAX, this, axes, true);
    }

    /// The smallest of everything, or over these axes.
    public Tensor min(int... axes) {
        return unaryMinus().max(axes).unaryMinus();
    }

    /// Where along the axis the largest number stands (the first of several), as whole numbers without gradient.
    public Tensor argmax(int axis) {
        return Reductions.argmax(this, axis);
    }

    /// The mean squared deviation from the mean, `Σ (x - mean)² / (n - correction)`, of everything or over these
    /// axes. With correction 1, as torch.var by default, it is the unbiased estimate from a sample; with 0 the
    /// biased one.
    public Tensor variance(int correction, int... axes) {
        return Reductions.variance(this, correction, axes);
    }

    /// The norm of an order p above 0, `(Σ |x|ᵖ)^(1/p)`, or `max |x|` for [Double#POSITIVE_INFINITY], of everything
    /// or over these axes. Its slope at 0 is 0, but for order 1 it is that of |x|.
    public Tensor norm(double order, int... axes) {
        return Reductions.norm(this, order, axes);
    }

    /// `log Σ exp(x)` of everything, or over these axes, without overflow.
    public Tensor logSumExp(int... axes) {
        return Reductions.logSumExp(this, axes);
    }

    /// `exp(x) / Σ exp(x)` along an axis: positive numbers that sum to 1.
    public Tensor softmax(int axis) {
        return Softmaxes.along(axis, false, this);
    }

    /// `x - log Σ exp(x)` along an axis: the logarithm of [#softmax], exact where that is 0 or 1.
    public Tensor logSoftmax(int axis) {
        return Softmaxes.along(axis, true, this);
    }

    /// The same numbers in the same order; one dimension may be -1: as long as it has to be.
    public Tensor reshape(int... dims) {
        return Views.reshape(this, dims);
    }

    /// Broadcast to a larger shape.
    public Tensor expand(int... dims) {
        return Views.expand(this, Shape.of(dims));
    }

    /// Dimension `d` of the result is this tensor's dimension `order[d]`.
    public Tensor permute(int... order) {
        return Views.permute(this, order);
    }

    /// With the last two dimensions exchanged.
    public Tensor transpose() {
        return Views.transpose(this);
    }

    /// With a new dimension of length 1 before `axis`.
    public Tensor unsqueeze(int axis) {
        return Views.unsqueeze(this, axis);
    }

    /// Without that dimension, whose length must be 1.
    public Tensor squeeze(int axis) {
        return Views.squeeze(this, axis);
    }

    /// The elements `from` (included) to `to` (excluded) along an axis.
    public Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /// The elements `from`, `from + step`, … below `to` along an axis.
    public Tensor slice(int axis, int from, int to, int step) {
        return Views.slice(this, axis, from, to, step);
    }

    /// The `index`-th part along the first dimension, which is dropped.
    public Tensor get(int index) {
        return slice(0, index, index + 1).squeeze(0);
    }

    /// The parts at these positions along the first dimension, in this order: a batch of rows.
    public Tensor take(int... positions) {
        return Indexing.take(this, positions);
    }

    /// `y[i][j] = this[index[i][j]][j]` for axis 0 of a matrix, and likewise for other axes and ranks. The index holds
    /// whole numbers; its other dimensions are no longer than this tensor's.
    public Tensor gather(int axis, Tensor index) {
        return Indexing.gather(this, axis, index);
    }

    /// The opposite of [#gather]: adds each number to position `index` along the axis of a zero tensor of that length.
    public Tensor scatterAdd(int axis, Tensor index, int length) {
        return Indexing.scatterAdd(this, axis, index, length);
    }

    /// The tensors one after the other along an axis.
    public static Tensor concat(int axis, Tensor... parts) {
        return Views.concat(axis, List.of(parts));
    }

    /// Tensors of equal shape along a new axis.
    public static Tensor stack(int axis, Tensor... parts) {
        return Views.stack(axis, List.of(parts));
    }

    /// The shape and the first numbers.
    @Override
    public String toString() {
        return "Tensor" + shape + " " + Making.text(data);
    }
}
