package hillock.data;

/// 64-bit hashes of cells, good enough to tell rows apart by: among a million rows two different ones are taken for
/// equal once in forty million tables.
final class Hash {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(byte[] bytes, int from, int to) {
        long h = (long) to - from;
        for (int i = from; i < to; i++) h = (h ^ bytes[i]) * ODD;
        return mixed(h);
    }

    static long of(float[] numbers) {
        long h = numbers.length;
        for (float v : numbers) h = mixed(h ^ Float.floatToRawIntBits(v)) * ODD;
        return mixed(h);
    }

    /// Every bit of the result depends on every bit of `h`
    /// ([splitmix64](https://prng.di.unimi.it/splitmix64.c)).
    static long mixed(long h) {
        long z = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
