package hillock.expr.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// [Rare] for vectors: one element after the other, where there is one to compute.
final class RareLanes {
    private RareLanes() {}

    static FloatVector sin(FloatVector x, FloatVector computed) {
        return isLarge(x) ? each(Rare::sin, x, computed) : computed;
    }

    static FloatVector cos(FloatVector x, FloatVector computed) {
        return isLarge(x) ? each(Rare::cos, x, computed) : computed;
    }

    static FloatVector sigmoid(FloatVector x, FloatVector computed) {
        boolean any = x.compare(VectorOperators.LT, Rare.SMALLEST_EXPONENT).anyTrue();
        return any ? each(Rare::sigmoid, x, computed) : computed;
    }

    static FloatVector atan(FloatVector x, FloatVector same) {
        return each(Rare::atan, x, same);
    }

    static FloatVector sinh(FloatVector x, FloatVector same) {
        return each(Rare::sinh, x, same);
    }

    static FloatVector cosh(FloatVector x, FloatVector same) {
        return each(Rare::cosh, x, same);
    }

    static FloatVector erfc(FloatVector x, FloatVector same) {
        return each(Rare::erfc, x, same);
    }

    private static boolean isLarge(FloatVector x) {
        return x.abs().compare(VectorOperators.GT, Rare.LARGEST_REDUCED).anyTrue();
    }

    private interface Function {
        float of(float a, float b);
    }

    private static FloatVector each(Function function, FloatVector a, FloatVector b) {
        float[] as = a.toArray();
        float[] bs = b.toArray();
        for (int i = 0; i < as.length; i++) as[i] = function.of(as[i], bs[i]);
        return FloatVector.fromArray(a.species(), as, 0);
    }
}
