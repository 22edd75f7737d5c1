package hillock.expr;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A formula that is applied at every position of its inputs, such as `max(x, 0)`.
///
/// ```java
/// Expr x = Expr.input(0);
/// Expr silu = x.times(x.sigmoid());
/// silu.evaluate(1.0);                        // 0.7310585786300049
/// Derivative.of(silu, 0).evaluate(1.0);      // 0.9276705118714867
/// ```
///
/// An expression is a value: two with the same structure are equal (by code of our own; what records have by themselves
/// takes a program that starts some milliseconds to make). Numbers that change from call to call (a slope, a
/// learning rate) are a [Param], so that one compiled [Kernel] serves them all.
public sealed interface Expr {
    /// A number written in the formula.
    record Const(double value) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Const c && Double.compare(value, c.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /// The element of the `index`-th input tensor at this position.
    record Input(int index) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Input i && index == i.index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /// The `index`-th run-time number, the same at every position.
    record Param(int index) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Param p && index == p.index;
        }

        @Override
        public int hashCode() {
            return ~index;
        }
    }

    /// An operator of one operand.
    record Unary(Un op, Expr x) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Unary e && Distinct.equal(this, e);
        }

        @Override
        public int hashCode() {
            return Distinct.hash(this);
        }
    }

    /// An operator of two operands.
    record Binary(Bin op, Expr a, Expr b) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Binary e && Distinct.equal(this, e);
        }

        @Override
        public int hashCode() {
            return Distinct.hash(this);
        }
    }

    /// `a > b ? yes : no`. A NaN in the comparison chooses `no`.
    record Select(Expr a, Expr b, Expr yes, Expr no) implements Expr {
        @Override
        public boolean equals(Object other) {
            return other instanceof Select e && Distinct.equal(this, e);
        }

        @Override
        public int hashCode() {
            return Distinct.hash(this);
        }
    }

    static Expr constant(double value) {
        return new Const(value);
    }

    static Expr input(int index) {
        return new Input(index);
    }

    static Expr param(int index) {
        return new Param(index);
    }

    default Expr plus(Expr other) {
        return new Binary(Bin.ADD, this, other);
    }

    default Expr plus(double other) {
        return plus(constant(other));
    }

    default Expr minus(Expr other) {
        return new Binary(Bin.SUB, this, other);
    }

    default Expr minus(double other) {
        return minus(constant(other));
    }

    default Expr times(Expr other) {
        return new Binary(Bin.MUL, this, other);
    }

    default Expr times(double other) {
        return times(constant(other));
    }

    default Expr div(Expr other) {
        return new Binary(Bin.DIV, this, other);
    }

    default Expr div(double other) {
        return div(constant(other));
    }

    /// `this` to the power of `exponent`.
    default Expr pow(Expr exponent) {
        return new Binary(Bin.POW, this, exponent);
    }

    default Expr pow(double exponent) {
        return pow(constant(exponent));
    }

    /// The larger one; NaN if either is NaN.
    default Expr max(Expr other) {
        return new Binary(Bin.MAX, this, other);
    }

    default Expr max(double other) {
        return max(constant(other));
    }

    /// The smaller one; NaN if either is NaN.
    default Expr min(Expr other) {
        return new Binary(Bin.MIN, this, other);
    }

    default Expr min(double other) {
        return min(constant(other));
    }

    /// `this > bound ? yes : no`.
    default Expr gt(Expr bound, Expr yes, Expr no) {
        return new Select(this, bound, yes, no);
    }

    default Expr gt(double bound, Expr yes, Expr no) {
        return gt(constant(bound), yes, no);
    }

    default Expr unaryMinus() {
        return new Unary(Un.NEG, this);
    }

    default Expr abs() {
        return new Unary(Un.ABS, this);
    }

    /// -1, 0 or 1.
    default Expr sign() {
        return new Unary(Un.SIGN, this);
    }

    default Expr square() {
        return times(this);
    }

    default Expr sqrt() {
        return new Unary(Un.SQRT, this);
    }

    default Expr exp() {
        return new Unary(Un.EXP, this);
    }

    /// `exp(this) - 1`, exact near 0.
    default Expr expm1() {
        return new Unary(Un.EXPM1, this);
    }

    default Expr log() {
        return new Unary(Un.LOG, this);
    }

    /// `log(1 + this)`, exact near 0.
    default Expr log1p() {
        return new Unary(Un.LOG1P, this);
    }

    default Expr sin() {
        return new Unary(Un.SIN, this);
    }

    default Expr cos() {
        return new Unary(Un.COS, this);
    }

    default Expr atan() {
        return new Unary(Un.ATAN, this);
    }

    default Expr sinh() {
        return new Unary(Un.SINH, this);
    }

    default Expr cosh() {
        return new Unary(Un.COSH, this);
    }

    default Expr tanh() {
        return new Unary(Un.TANH, this);
    }

    /// The error function, `2/√π ∫₀ˣ exp(-t²) dt`: the probability that a normal variable of variance ½ lies within ±x.
    default Expr erf() {
        return new Unary(Un.ERF, this);
    }

    /// `1 - erf(x)`, exact also where that is tiny.
    default Expr erfc() {
        return new Unary(Un.ERFC, this);
    }

    /// The probability that a normal variable of variance 1 lies below this: `Φ(x) = (1 + erf(x/√2)) / 2`, exact also
    /// where that is tiny.
    default Expr ndtr() {
        return new Unary(Un.NDTR, this);
    }

    /// `1 / (1 + exp(-this))`.
    default Expr sigmoid() {
        return new Unary(Un.SIGMOID, this);
    }

    /// The expressions that this one is made of, from left to right.
    default List<Expr> operands() {
        return switch (this) {
            case Const _, Input _, Param _ -> List.of();
            case Unary(Un _, Expr x) -> List.of(x);
            case Binary(Bin _, Expr a, Expr b) -> List.of(a, b);
            case Select(Expr a, Expr b, Expr yes, Expr no) -> List.of(a, b, yes, no);
        };
    }

    /// The same node with each operand replaced by `f(operand)`; the same object if no operand changes.
    default Expr withOperands(UnaryOperator<Expr> f) {
        List<Expr> old = operands();
        List<Expr> changed = old.stream().map(f).toList();
        boolean same = IntStream.range(0, old.size()).allMatch(i -> old.get(i) == changed.get(i));
        if (same) return this;
        return switch (this) {
            case Const _, Input _, Param _ -> this;
            case Unary(Un op, Expr _) -> new Unary(op, changed.get(0));
            case Binary(Bin op, Expr _, Expr _) -> new Binary(op, changed.get(0), changed.get(1));
            case Select _ -> new Select(changed.get(0), changed.get(1), changed.get(2), changed.get(3));
        };
    }

    /// This expression with every occurrence of `part` replaced.
    default Expr replace(Expr part, Expr replacement) {
        return replace(part, replacement, new ByObject<>());
    }

    private Expr replace(Expr part, Expr replacement, ByObject<Expr> done) {
        return done.of(
                this, e -> e.equals(part) ? replacement : e.withOperands(o -> o.replace(part, replacement, done)));
    }

    /// Whether `part` occurs in this expression.
    default boolean contains(Expr part) {
        return anyPart(part::equals, new ByObject<>());
    }

    /// Whether any input occurs: if none does, the value is the same at every position.
    default boolean dependsOnInput() {
        return anyPart(Input.class::isInstance, new ByObject<>());
    }

    private boolean anyPart(Predicate<Expr> test, ByObject<Boolean> done) {
        return done.of(this, e -> test.test(e) || e.operands().stream().anyMatch(o -> o.anyPart(test, done)));
    }

    /// The value for these inputs in double precision: the specification that kernels are tested against.
    default double evaluate(double... inputs) {
        return evaluate(inputs, new double[0]);
    }

    /// The value for these inputs and run-time parameters in double precision.
    default double evaluate(double[] inputs, double[] params) {
        return new Evaluation(inputs, params).of(this);
    }
}
