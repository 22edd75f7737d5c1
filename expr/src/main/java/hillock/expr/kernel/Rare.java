package hillock.expr.kernel;

import hillock.expr.Un;

/// What is computed in double precision, element by element, because it hardly ever occurs: arguments far away, and
/// functions that few formulas have.
final class Rare {
    /// Up to here the reduction of an angle by three parts of π/2 is exact enough.
    static final float LARGEST_REDUCED = 1e5f;

    /// Below this exp(-x) is beyond the largest float, and the logistic function equal to exp(x).
    static final float SMALLEST_EXPONENT = -88;

    private Rare() {}

    /// sin(x) where x is large, else what was computed.
    static float sin(float x, float computed) {
        return Math.abs(x) > LARGEST_REDUCED ? (float) StrictMath.sin(x) : computed;
    }

    /// cos(x) where x is large, else what was computed.
    static float cos(float x, float computed) {
        return Math.abs(x) > LARGEST_REDUCED ? (float) StrictMath.cos(x) : computed;
    }

    /// The logistic function of x where it is very small, else what was computed.
    static float sigmoid(float x, float computed) {
        return x < SMALLEST_EXPONENT ? (float) StrictMath.exp(x) : computed;
    }

    /// atan(x); the other operand, for want of operations of one, is x again. So below.
    static float atan(float x, float same) {
        return (float) Un.ATAN.apply(x);
    }

    static float sinh(float x, float same) {
        return (float) Un.SINH.apply(x);
    }

    static float cosh(float x, float same) {
        return (float) Un.COSH.apply(x);
    }

    static float erfc(float x, float same) {
        return (float) Un.ERFC.apply(x);
    }

    /// The name of the method for an operation.
    static String method(Code.Op op) {
        return switch (op) {
            case RARE_SIN -> "sin";
            case RARE_COS -> "cos";
            case RARE_SIGMOID -> "sigmoid";
            case RARE_ATAN -> "atan";
            case RARE_SINH -> "sinh";
            case RARE_COSH -> "cosh";
            case RARE_ERFC -> "erfc";
            default -> throw new IllegalArgumentException(op + " is not rare");
        };
    }
}
