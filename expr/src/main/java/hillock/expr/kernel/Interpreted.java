package hillock.expr.kernel;

import java.util.List;

/// A loop whose code is too long for the JIT compilers, which leave methods of more than 8,000 bytes alone: each step
/// over one element after the other, held as bits. Slow, and only met by formulas of hundreds of operators.
record Interpreted(Body body) implements Form {
    @Override
    public void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        int[] values = new int[body.size()];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int v = 0; v < values.length; v++) {
                    Code.Step step = body.step(v);
                    values[v] = switch (step.op()) {
                        case INPUT -> {
                            int i = step.number();
                            int column = body.stands(i) ? 0 : j;
                            yield bits(arrays[i][offsets[i] + r * rowStrides[i] + column]);
                        }
                        case UNIFORM -> bits(uniforms[step.number()]);
                        case CONSTANT, INTEGER -> step.number();
                        default -> value(step, values);
                    };
                }
                for (int k = 0; k < body.results().size(); k++) {
                    int i = body.places().get(k);
                    arrays[i][offsets[i] + r * rowStrides[i] + j] =
                            Float.intBitsToFloat(values[body.results().get(k)]);
                }
            }
        }
    }

    private static int bits(float x) {
        return Float.floatToRawIntBits(x);
    }

    private static int bit(boolean truth) {
        return truth ? 1 : 0;
    }

    /// The bits of a result, given those of all values so far; a truth value is 0 or 1.
    private static int value(Code.Step step, int[] values) {
        List<Integer> o = step.operands();
        int i = values[o.get(0)];
        int k = o.size() > 1 ? values[o.get(1)] : 0;
        float a = Float.intBitsToFloat(i);
        float b = Float.intBitsToFloat(k);
        return switch (step.op()) {
            case ADD -> bits(a + b);
            case SUB -> bits(a - b);
            case MUL -> bits(a * b);
            case DIV -> bits(a / b);
            case FMA -> bits(Math.fma(a, b, Float.intBitsToFloat(values[o.get(2)])));
            case SQRT -> bits((float) Math.sqrt(a));
            case ABS -> bits(Math.abs(a));
            case NEG -> bits(-a);
            case MIN -> bits(Math.min(a, b));
            case MAX -> bits(Math.max(a, b));
            case TO_BITS, FROM_BITS -> i;
            case INT_ADD -> i + k;
            case INT_SUB -> i - k;
            case AND -> i & k;
            case OR -> i | k;
            case XOR -> i ^ k;
            case SHIFT_LEFT -> i << step.number();
            case SHIFT_RIGHT -> i >> step.number();
            case GREATER -> bit(a > b);
            case EQUAL -> bit(a == b);
            case INT_GREATER -> bit(i > k);
            case INT_EQUAL -> bit(i == k);
            case SELECT -> i != 0 ? k : values[o.get(2)];
            case RARE_SIN -> bits(Rare.sin(a, b));
            case RARE_COS -> bits(Rare.cos(a, b));
            case RARE_SIGMOID -> bits(Rare.sigmoid(a, b));
            case RARE_ATAN -> bits(Rare.atan(a, b));
            case RARE_SINH -> bits(Rare.sinh(a, b));
            case RARE_COSH -> bits(Rare.cosh(a, b));
            case RARE_ERFC -> bits(Rare.erfc(a, b));
            case INPUT, UNIFORM, CONSTANT, INTEGER -> throw new IllegalStateException(step.op() + " has no operands");
        };
    }
}
