package hillock.expr.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Which of two forms of the same code runs: the scalar one, fast from the first call, or the vector one, several times
/// faster, but only after it has run slowly for a while. Both give the same bits, so one can take over from the other
/// at any call.
///
/// It is decided by measurement. Code begins scalar. Once the process has spent so long in scalar code that the first
/// warm-up is repaid, and this code has spent its own share, its vector form is practised on made-up numbers by a
/// thread beside ([WarmUp]), and takes over when it has become fast. A job that knows how long it will take says so
/// beforehand ([#announce]).
///
/// ```java
/// if (tier.isVector()) vector(0, n);
/// else {
///     scalar(0, n);
///     tier.ranScalar(nanos);
/// }
/// ```
public final class Tier {
    /// What the first vector code of a process costs until it runs at speed.
    private static final long FIRST_WARM_UP = 400_000_000;

    /// What each further piece of code costs.
    private static final long WARM_UP = 100_000_000;

    /// After so long in scalar code a process without vectors says so, once.
    private static final long WORTH_SAYING = 3_000_000_000L;

    /// Says how to get vectors when this class is first touched.
    private static final class Missing {
        static {
            System.getLogger("hillock")
                    .log(
                            System.Logger.Level.WARNING,
                            "Hillock computes without vector instructions, several times slower than it could:"
                                    + " start java with --add-modules jdk.incubator.vector"
                                    + " (-Dhillock.simd=off silences this).");
        }

        static void say() {}
    }

    private static final AtomicLong SCALAR_NANOS = new AtomicLong();
    private static volatile boolean worthIt;

    private final Supplier<Drill> practice;
    private final AtomicLong scalarNanos = new AtomicLong();
    private volatile boolean isVector;
    private volatile boolean hasChoice;

    private Tier(Supplier<Drill> practice) {
        this.practice = practice;
        this.isVector = practice != null && Simd.AVAILABLE && Simd.MODE == Simd.Mode.ALWAYS;
        this.hasChoice = practice != null && Simd.AVAILABLE && !isVector;
    }

    /// Code with a vector form, if the process has vectors at all.
    ///
    /// @param practice asked for once, on the thread that practises, when the vector form may pay
    public static Tier of(Supplier<Drill> practice) {
        return new Tier(practice);
    }

    /// Code without a vector form.
    static Tier scalar() {
        return new Tier(null);
    }

    /// Whether the next call runs in vector form.
    public boolean isVector() {
        return isVector;
    }

    /// A job says how long it would take in scalar code: enough, and its code starts to warm up at once.
    public static void announce(long scalarNanos) {
        if (scalarNanos > 2 * FIRST_WARM_UP) worthIt = true;
    }

    /// Scalar code ran for that long (measured, or estimated from the work).
    public void ranScalar(long nanos) {
        if (Simd.IS_MISSING && SCALAR_NANOS.addAndGet(nanos) > WORTH_SAYING) Missing.say();
        if (!hasChoice) return;
        if (!worthIt && SCALAR_NANOS.addAndGet(nanos) > FIRST_WARM_UP) worthIt = true;
        if (scalarNanos.addAndGet(nanos) > WARM_UP && worthIt) warmUp();
    }

    private synchronized void warmUp() {
        if (!hasChoice) return;
        hasChoice = false;
        WarmUp.of(this);
    }

    /// What it has cost that the vector form is not there yet.
    long lost() {
        return scalarNanos.get();
    }

    /// Practises for about so long at most: the vector form takes over if it has become fast by then, else never.
    void practise(long nanos) {
        isVector = practice.get().run(nanos);
    }
}
