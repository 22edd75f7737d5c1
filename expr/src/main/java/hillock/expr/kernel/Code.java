package hillock.expr.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Straight-line code for one element, in operations that every processor has, as scalars and as vectors, and that IEEE
/// 754 fixes to the last bit: what a kernel is lowered to before it becomes bytecode, so that its scalar and its vector
/// form agree to the last bit. Values are numbered; each is computed once, and operands come before what reads them.
///
/// ```java
/// Code c = new Code();
/// int x = c.input(0);
/// int y = c.fma(x, x, c.constant(1));     // x² + 1, rounded once
/// ```
final class Code {
    /// What a value is: a 32-bit float, a 32-bit integer, or a truth value.
    enum Kind {
        FLOAT,
        INT,
        MASK
    }

    /// The operations. A comparison with NaN is false; `MIN` and `MAX` are those of [Math]; shifts are by a constant;
    /// those from `RARE_SIN` on are methods of [Rare].
    enum Op {
        INPUT(Kind.FLOAT),
        UNIFORM(Kind.FLOAT),
        CONSTANT(Kind.FLOAT),
        ADD(Kind.FLOAT),
        SUB(Kind.FLOAT),
        MUL(Kind.FLOAT),
        DIV(Kind.FLOAT),
        FMA(Kind.FLOAT),
        SQRT(Kind.FLOAT),
        ABS(Kind.FLOAT),
        NEG(Kind.FLOAT),
        MIN(Kind.FLOAT),
        MAX(Kind.FLOAT),
        INTEGER(Kind.INT),
        TO_BITS(Kind.INT),
        FROM_BITS(Kind.FLOAT),
        INT_ADD(Kind.INT),
        INT_SUB(Kind.INT),
        AND(Kind.INT),
        OR(Kind.INT),
        XOR(Kind.INT),
        SHIFT_LEFT(Kind.INT),
        SHIFT_RIGHT(Kind.INT),
        GREATER(Kind.MASK),
        EQUAL(Kind.MASK),
        INT_GREATER(Kind.MASK),
        INT_EQUAL(Kind.MASK),
        SELECT(Kind.FLOAT),
        RARE_SIN(Kind.FLOAT),
        RARE_COS(Kind.FLOAT),
        RARE_SIGMOID(Kind.FLOAT),
        RARE_ATAN(Kind.FLOAT),
        RARE_SINH(Kind.FLOAT),
        RARE_COSH(Kind.FLOAT),
        RARE_ERFC(Kind.FLOAT);

        final Kind kind;

        Op(Kind kind) {
            this.kind = kind;
        }
    }

    /// An operation on earlier values. `number` is the index of an input or uniform, the bits of a float constant, an
    /// integer, or a shift's distance.
    record Step(Op op, List<Integer> operands, int number) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Step s && op == s.op && number == s.number && operands.equals(s.operands);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * op.hashCode() + number) + operands.hashCode();
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Integer> known = new HashMap<>();

    List<Step> steps() {
        return steps;
    }

    Step get(int value) {
        return steps.get(value);
    }

    /// The number of this operation's value, computed before or new.
    int value(Op op, int number, Integer... operands) {
        Step step = new Step(op, List.of(operands), number);
        Integer before = known.putIfAbsent(step, steps.size());
        if (before != null) return before;
        steps.add(step);
        return steps.size() - 1;
    }

    int input(int index) {
        return value(Op.INPUT, index);
    }

    int uniform(int index) {
        return value(Op.UNIFORM, index);
    }

    int constant(float x) {
        return value(Op.CONSTANT, Float.floatToRawIntBits(x));
    }

    int integer(int i) {
        return value(Op.INTEGER, i);
    }

    int add(int a, int b) {
        return value(Op.ADD, 0, a, b);
    }

    int sub(int a, int b) {
        return value(Op.SUB, 0, a, b);
    }

    int mul(int a, int b) {
        return value(Op.MUL, 0, a, b);
    }

    int div(int a, int b) {
        return value(Op.DIV, 0, a, b);
    }

    /// `a * b + c`, rounded once.
    int fma(int a, int b, int c) {
        return value(Op.FMA, 0, a, b, c);
    }

    int sqrt(int a) {
        return value(Op.SQRT, 0, a);
    }

    int abs(int a) {
        return value(Op.ABS, 0, a);
    }

    int neg(int a) {
        return value(Op.NEG, 0, a);
    }

    int min(int a, int b) {
        return value(Op.MIN, 0, a, b);
    }

    int max(int a, int b) {
        return value(Op.MAX, 0, a, b);
    }

    /// The bits of a float as an integer.
    int toBits(int a) {
        return value(Op.TO_BITS, 0, a);
    }

    int fromBits(int i) {
        return value(Op.FROM_BITS, 0, i);
    }

    int intAdd(int i, int j) {
        return value(Op.INT_ADD, 0, i, j);
    }

    int intSub(int i, int j) {
        return value(Op.INT_SUB, 0, i, j);
    }

    int and(int i, int j) {
        return value(Op.AND, 0, i, j);
    }

    int or(int i, int j) {
        return value(Op.OR, 0, i, j);
    }

    int xor(int i, int j) {
        return value(Op.XOR, 0, i, j);
    }

    int shiftLeft(int i, int distance) {
        return value(Op.SHIFT_LEFT, distance, i);
    }

    /// Arithmetic: the sign is kept.
    int shiftRight(int i, int distance) {
        return value(Op.SHIFT_RIGHT, distance, i);
    }

    int greater(int a, int b) {
        return value(Op.GREATER, 0, a, b);
    }

    int equal(int a, int b) {
        return value(Op.EQUAL, 0, a, b);
    }

    int intGreater(int i, int j) {
        return value(Op.INT_GREATER, 0, i, j);
    }

    int intEqual(int i, int j) {
        return value(Op.INT_EQUAL, 0, i, j);
    }

    int select(int mask, int yes, int no) {
        return value(Op.SELECT, 0, mask, yes, no);
    }

    /// What [Rare] computes from two operands.
    int rare(Op function, int a, int b) {
        return value(function, 0, a, b);
    }
}
