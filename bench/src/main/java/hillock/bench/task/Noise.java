package hillock.bench.task;

/// Numbers that look random and are the same in every language: a hash of the position (the end of MurmurHash3), its
/// upper
/// 24 bits a fraction.
public final class Noise {
    private Noise() {}

    /// So many numbers, even in [low, high).
    public static float[] uniform(int seed, int count, double low, double high) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            int h = i + seed * 0x9E3779B9;
            h = (h ^ h >>> 16) * 0x85EBCA6B;
            h = (h ^ h >>> 13) * 0xC2B2AE35;
            h ^= h >>> 16;
            numbers[i] = (float) (low + (high - low) * ((h >>> 8) * 0x1p-24));
        }
        return numbers;
    }
}
