package hillock.expr.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/// Which of two forms of the same code runs: the scalar one, fast from the first call, or the vector one, several times
/// faster, but only after it has run slowly for a while. Both give the same bits, so one can take over from the other
/// at any element.
///
/// It is decided by measurement. Code begins scalar. Once the process has spent so long in scalar code that the first
/// warm-up would have been repaid, and this code has spent its own share, each call runs a small part in vector form,
/// and when that part has become faster for its size than the rest, all of it. A job that knows how long it will take
/// says so beforehand ([#announce]).
///
/// ```java
/// switch (tier.form()) {
///     case SCALAR -> { scalar(0, n); tier.ranScalar(nanos); }
///     case WARMING -> { vector(0, k); scalar(k, n); tier.compare(k, nanosOfVector, n - k, nanosOfScalar); }
///     case VECTOR -> vector(0, n);
/// }
/// ```
public final class Tier {
    public enum Form {
        SCALAR,
        WARMING,
        VECTOR
    }

    /// What the first vector code of a process costs until it runs at speed.
    private static final long FIRST_WARM_UP = 400_000_000;

    /// What each further piece of code costs.
    private static final long WARM_UP = 30_000_000;

    /// Warming that has not paid after so long never will: the machine's vectors are no faster.
    private static final long GIVE_UP = 3_000_000_000L;

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

    /// Comparisons in a row that the vector form has to win.
    private static final int WINS = 3;

    private static final AtomicLong SCALAR_NANOS = new AtomicLong();
    private static volatile boolean worthIt;

    private final boolean hasVectorForm;
    private volatile Form form;
    private final AtomicLong scalarNanos = new AtomicLong();
    private final AtomicLong warmingNanos = new AtomicLong();
    private int wins;

    /// Whether there is a vector form to choose, if the process has vectors at all.
    public Tier(boolean hasVectorForm) {
        this.hasVectorForm = hasVectorForm && Simd.AVAILABLE;
        this.form = this.hasVectorForm && Simd.MODE == Simd.Mode.ALWAYS ? Form.VECTOR : Form.SCALAR;
    }

    /// Which form the next call uses.
    public Form form() {
        return form;
    }

    /// A job says how long it would take in scalar code: enough, and its code starts to warm up at once.
    public static void announce(long scalarNanos) {
        if (scalarNanos > 2 * FIRST_WARM_UP) worthIt = true;
    }

    /// Scalar code ran for that long (measured, or estimated from the work).
    public void ranScalar(long nanos) {
        if (Simd.IS_MISSING && SCALAR_NANOS.addAndGet(nanos) > WORTH_SAYING) Missing.say();
        if (!hasVectorForm || form != Form.SCALAR || warmingNanos.get() > GIVE_UP) return;
        if (!worthIt && SCALAR_NANOS.addAndGet(nanos) > FIRST_WARM_UP) worthIt = true;
        if (scalarNanos.addAndGet(nanos) > WARM_UP && worthIt) form = Form.WARMING;
    }

    /// One call ran partly in each form; the units of work are the caller's.
    public synchronized void compare(long vectorWork, long vectorNanos, long scalarWork, long scalarNanos) {
        if (form != Form.WARMING) return;
        boolean faster = (double) vectorNanos * scalarWork < (double) scalarNanos * vectorWork;
        wins = faster ? wins + 1 : 0;
        if (wins >= WINS) form = Form.VECTOR;
        else if (warmingNanos.addAndGet(vectorNanos) > GIVE_UP) form = Form.SCALAR;
    }

    /// Lets code warm up by itself for as long as the scalar code just took: the vector form takes over once all of it
    /// is fast.
    ///
    /// @param warmUp warms up for about so many nanoseconds and tells whether it is done
    public synchronized void warmed(long scalarNanos, LongPredicate warmUp) {
        if (form != Form.WARMING) return;
        if (warmUp.test(scalarNanos)) form = Form.VECTOR;
        else if (warmingNanos.addAndGet(scalarNanos) > GIVE_UP) form = Form.SCALAR;
    }
}
