package hillock.plot;

/// What an axis shows: from `lo` to `hi`, both finite, `lo < hi`.
public record Range(double lo, double hi) {
    public Range {
        if (!(lo < hi) || Double.isInfinite(lo) || Double.isInfinite(hi)) {
            throw new IllegalArgumentException("a range needs finite lo < hi, not " + lo + " to " + hi);
        }
    }
}
