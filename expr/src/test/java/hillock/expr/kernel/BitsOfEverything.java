package hillock.expr.kernel;

import java.util.Locale;
import java.util.SplittableRandom;

/// Prints one number per function that depends on every bit of 5,000 results: run in a JVM of its own, by the
/// interpreter alone.
final class BitsOfEverything {
    private BitsOfEverything() {}

    public static void main(String[] args) {
        for (Function f : Function.values()) System.out.println(line(f));
    }

    static String line(Function f) {
        SplittableRandom random = new SplittableRandom(5);
        float[] x = new float[5000];
        for (int i = 0; i < x.length; i++) {
            // Half of them any bit pattern, half numbers as they occur in networks.
            x[i] = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) (random.nextDouble() * 40 - 20);
        }
        int hash = 1;
        for (float y : f.apply(x)) hash = 31 * hash + Float.floatToIntBits(y);
        return f.name().toLowerCase(Locale.ROOT) + " " + Integer.toHexString(hash);
    }
}
