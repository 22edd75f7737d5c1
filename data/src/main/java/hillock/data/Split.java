package hillock.data;

/// Two sets of row numbers that share none: those to train on and those held out to judge by. Both ascend.
///
/// ```java
/// Split split = Splits.holdOut(150, 0.2, Rng.of(42));
/// split.train().length;     // 120
/// split.heldOut().length;   // 30
/// ```
public final class Split {
    private final int[] train;
    private final int[] heldOut;

    Split(int[] train, int[] heldOut) {
        this.train = train;
        this.heldOut = heldOut;
    }

    /// The rows to train on, a fresh array.
    public int[] train() {
        return train.clone();
    }

    /// The rows to judge by, a fresh array.
    public int[] heldOut() {
        return heldOut.clone();
    }
}
