package hillock.tensor;

/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// The generator is SplitMix64: a counter that steps by the golden ratio, each value scrambled by a 64-bit mixer.
/// Nothing in Hillock draws from a hidden global source: whoever wants randomness is handed an `Rng`.
///
/// ```java
/// Rng rng = Rng.of(42);
/// int[] order = rng.permutation(10);
/// Tensor noise = Tensor.normal(rng, 3, 4);
/// ```
///
/// Not safe for use by several threads at once: give each its own by [#split].
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public final class Rng {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    private Rng(long state) {
        this.state = state;
    }

    /// A generator that starts from `seed`.
    public static Rng of(long seed) {
        return new Rng(mix(seed));
    }

    /// An independent generator. The parent moves on by one step, so that repeated splits differ.
    public Rng split() {
        return new Rng(mix(nextLong() ^ 0x5851F42D4C957F2DL));
    }

    /// A generator in the same state: it will give the same numbers.
    public Rng copy() {
        Rng copy = new Rng(state);
        copy.spare = spare;
        return copy;
    }

    /// Sixty-four random bits.
    public long nextLong() {
        Recording.spoil("it draws random numbers");
        state += GOLDEN_RATIO;
        return mix(state);
    }

    /// A whole number from 0 to `bound - 1`, each equally likely.
    public int nextInt(int bound) {
        if (bound <= 0) throw new IllegalArgumentException("bound must be positive, not " + bound);
        long limit = (1L << 32) - (1L << 32) % bound; // above it the low numbers would come once too often
        while (true) {
            long bits = nextLong() >>> 32;
            if (bits < limit) return (int) (bits % bound);
        }
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³.
    public double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// A number in [low, high).
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// A draw from the normal distribution with mean 0 and standard deviation 1 (Marsaglia's polar method).
    public double normal() {
        if (!Double.isNaN(spare)) {
            double z = spare;
            spare = Double.NaN;
            return z;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s >= 1 || s == 0) continue;
            double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
            spare = v * scale;
            return u * scale;
        }
    }

    /// The numbers 0 to `n - 1` in random order (Fisher–Yates).
    public int[] permutation(int n) {
        int[] order = new int[n];
        permutation(order);
        return order;
    }

    /// Fills the array with the numbers from 0 on in a random order.
    public void permutation(int[] order) {
        for (int i = 0; i < order.length; i++) order[i] = i;
        for (int i = order.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
