package hillock.tensor;

import hillock.expr.kernel.Loop;

/// What the cache of kernels has done since the process began. Formulas of the same structure share one piece of code,
/// whatever their constants: a program whose `compiled` keeps growing makes up new formulas for ever.
///
/// ```java
/// KernelCache before = KernelCache.counts();
/// train();
/// KernelCache.counts().since(before);      // KernelCache[hits=812, misses=14, compiled=9]
/// ```
///
/// @param hits how often a kernel was asked for and known
/// @param misses how often not
/// @param compiled for how many of the misses code was generated; the others differed in constants only
public record KernelCache(long hits, long misses, long compiled) {
    /// Up to now.
    public static KernelCache counts() {
        return new KernelCache(Loop.hits(), Loop.misses(), Loop.compiled());
    }

    /// What came after those.
    public KernelCache since(KernelCache before) {
        return new KernelCache(hits - before.hits, misses - before.misses, compiled - before.compiled);
    }
}
