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
        int hash = 1;
        for (int i = 0; i < 5000; i++) {
            // Half of them any bit pattern, half numbers as they occur in networks.
            float x = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) (random.nextDouble() * 40 - 20);
            hash = 31 * hash + Float.floatToIntBits(f.apply(x));
        }
        return f.name().toLowerCase(Locale.ROOT) + " " + Integer.toHexString(hash);
    }
}
