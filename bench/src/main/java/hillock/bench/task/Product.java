package hillock.bench.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A matrix product in single precision: plain, or one of the three of a linear layer `y = x Wᵀ`, x `[m, k]`, W `[n,
/// k]`.
public record Product(int m, int k, int n, Form form) implements Task {
    /// Which product, with what is appended to its name.
    public enum Form {
        /// A·B of square matrices.
        SQUARE(""),
        /// x·Wᵀ.
        FORWARD(""),
        /// What flows back to x: g·W.
        INPUT_GRADIENT("-dx"),
        /// The gradient of the weights: gᵀ·x.
        WEIGHT_GRADIENT("-dw");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }
    }

    private static final Pattern NAME = Pattern.compile("gemm-(\\d+)(?:x(\\d+)x(\\d+)(-dx|-dw)?)?");

    static Product parse(String name) {
        Matcher match = NAME.matcher(name);
        if (!match.matches()) throw new IllegalArgumentException("there is no task " + name);
        int m = Integer.parseInt(match.group(1));
        if (match.group(2) == null) return new Product(m, m, m, Form.SQUARE);
        Form form = switch (match.group(4)) {
            case "-dx" -> Form.INPUT_GRADIENT;
            case "-dw" -> Form.WEIGHT_GRADIENT;
            case null, default -> Form.FORWARD;
        };
        return new Product(m, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)), form);
    }

    /// Rows of the result.
    public int rows() {
        return form == Form.WEIGHT_GRADIENT ? n : m;
    }

    /// Columns of the result.
    public int columns() {
        return switch (form) {
            case SQUARE, FORWARD -> n;
            case INPUT_GRADIENT, WEIGHT_GRADIENT -> k;
        };
    }

    /// The length that is summed over.
    public int inner() {
        return switch (form) {
            case SQUARE, FORWARD -> k;
            case INPUT_GRADIENT -> n;
            case WEIGHT_GRADIENT -> m;
        };
    }

    /// Whether the left operand is stored `[inner, rows]`.
    public boolean leftTransposed() {
        return form == Form.WEIGHT_GRADIENT;
    }

    /// Whether the right operand is stored `[columns, inner]`.
    public boolean rightTransposed() {
        return form == Form.FORWARD;
    }

    /// The left operand as it is stored.
    public float[] left() {
        return Noise.uniform(1, rows() * inner(), -1, 1);
    }

    /// The right operand as it is stored.
    public float[] right() {
        return Noise.uniform(2, inner() * columns(), -1, 1);
    }

    @Override
    public String name() {
        return form == Form.SQUARE ? "gemm-" + m : "gemm-" + m + "x" + k + "x" + n + form.suffix;
    }

    @Override
    public double amount() {
        return 2.0 * m * k * n;
    }

    @Override
    public Unit unit() {
        return Unit.FLOPS;
    }
}
