package hillock.bench;

/// How one did in a work.
///
/// @param label who
/// @param trouble why there are no times: absent, or another result; the empty string if there are
/// @param isWrong whether the results did not agree
/// @param note in what its arithmetic differs, or the empty string
/// @param seconds for one repetition, over turns; null for what is no time
/// @param ratio its time by Hillock's in the same round, over rounds: above 1, Hillock is faster
/// @param rate the median time in terms of the task, as text, or the size
public record Standing(
        String label, String trouble, boolean isWrong, String note, Spread seconds, Spread ratio, String rate) {
    static Standing absent(String label, String reason) {
        return new Standing(label, reason, false, "", null, null, "");
    }

    static Standing wrong(String label, String complaint) {
        return new Standing(label, complaint, true, "", null, null, "");
    }

    /// Whether there is something to compare.
    public boolean isMeasured() {
        return trouble.isEmpty();
    }
}
