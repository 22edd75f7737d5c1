package hillock.tensor.backend;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// Threads that share out numbered pieces of work within microseconds. The caller works along and
/// claims pieces as the others do, so that it never waits for a thread that the system has put
/// aside before it began. Where other programs use processors, fewer threads work ([FreeProcessors]).
///
/// A worker without work looks for some for a while, letting others run in between, then sleeps,
/// and ends when none came for ten seconds.
@SuppressWarnings(
        "ThreadPriorityCheck") // to yield is what keeps two threads on one processor from waiting for each other
public final class Workers {
    private static final int MOST_THREADS = 256;
    private static final int SPINS = 20_000;
    private static final int SPINS_BETWEEN_YIELDS = 1024;
    private static final int CALLER_SPINS = 400;

    private static volatile int threads =
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    private static volatile long idleNanos = 10_000_000_000L;
    private static volatile boolean givesWay = true;

    /// Whether some caller has the workers: another one, or one within a piece, works alone.
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    private static final AtomicReferenceArray<Worker> WORKERS = new AtomicReferenceArray<>(MOST_THREADS);

    private static final ScopedValue<Boolean> ALONE = ScopedValue.newInstance();

    /// The newest job, perhaps done long ago.
    private static volatile Job newest;

    private Workers() {}

    /// How many threads work at most, the caller among them.
    public static void useThreads(int count) {
        if (count < 1) throw new IllegalArgumentException("at least one thread is needed, not " + count);
        threads = Math.min(MOST_THREADS, count);
    }

    /// How many threads work at most, the caller among them.
    public static int threads() {
        return threads;
    }

    /// Runs this without help: for threads that work side by side on different things.
    public static void alone(Runnable work) {
        ScopedValue.where(ALONE, true).run(work);
    }

    /// Whether processors that other programs use are left to them.
    static void giveWay(boolean toOthers) {
        givesWay = toOthers;
    }

    /// How long a worker stays without work.
    static void idle(long nanos) {
        idleNanos = nanos;
    }

    /// Runs the pieces 0 to `pieces - 1`, each once, and returns when all are done. If one fails,
    /// those not yet begun are left out, and its error is passed on.
    public static void run(int pieces, IntConsumer piece) {
        int helpers = Math.min(threads, pieces) - 1;
        if (helpers > 0 && givesWay) helpers = Math.min(helpers, FreeProcessors.count() - 1);
        if (helpers < 1 || ALONE.isBound() || !TAKEN.compareAndSet(false, true)) {
            for (int p = 0; p < pieces; p++) piece.accept(p);
            return;
        }
        Job job = new Job(piece, pieces);
        try {
            newest = job;
            for (int w = 0; w < helpers; w++) wake(w);
            job.work();
            job.close();
        } finally {
            newest = null;
            TAKEN.set(false);
        }
        job.passOnError();
    }

    private static void wake(int w) {
        Worker worker = WORKERS.get(w);
        if (worker == null) {
            Worker fresh = new Worker(w);
            if (WORKERS.compareAndSet(w, null, fresh)) fresh.start();
        } else if (worker.sleeps) {
            LockSupport.unpark(worker);
        }
    }

    /// Pieces that are claimed one after the other by whoever has time.
    private static final class Job {
        private static final int CLOSED = 1 << 30;

        private final IntConsumer piece;
        private final int pieces;
        private final AtomicInteger next = new AtomicInteger();
        /// How many workers are at it, and whether no more may join.
        private final AtomicInteger joined = new AtomicInteger();

        private volatile Throwable error;

        Job(IntConsumer piece, int pieces) {
            this.piece = piece;
            this.pieces = pieces;
        }

        void work() {
            try {
                for (int p = next.getAndIncrement(); p < pieces; p = next.getAndIncrement()) piece.accept(p);
            } catch (Throwable e) {
                error = e;
                next.set(pieces);
            }
        }

        boolean join() {
            while (true) {
                int now = joined.get();
                if (now >= CLOSED || next.get() >= pieces) return false;
                if (joined.compareAndSet(now, now + 1)) return true;
            }
        }

        void leave() {
            joined.decrementAndGet();
        }

        /// Lets nobody join any more, and waits for those who have.
        void close() {
            joined.getAndAdd(CLOSED);
            for (int spin = 0; joined.get() != CLOSED; spin++) {
                if (spin < CALLER_SPINS) Thread.onSpinWait();
                else Thread.yield();
            }
        }

        void passOnError() {
            if (error instanceof Error e) throw e;
            if (error instanceof RuntimeException e) throw e;
        }
    }

    private static final class Worker extends Thread {
        private final int place;
        private volatile boolean sleeps;
        private Job last;

        Worker(int place) {
            super("hillock-worker");
            this.place = place;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (true) {
                Job job = await();
                if (job == null) break;
                last = job;
                if (!job.join()) continue;
                try {
                    job.work();
                } finally {
                    job.leave();
                }
            }
            WORKERS.compareAndSet(place, this, null);
        }

        /// The next job, or null after a long time without.
        private Job await() {
            for (int spin = 1; spin <= SPINS; spin++) {
                Job job = newest;
                if (isNew(job)) return job;
                if (spin % SPINS_BETWEEN_YIELDS == 0) Thread.yield();
                else Thread.onSpinWait();
            }
            long end = System.nanoTime() + idleNanos;
            sleeps = true;
            try {
                while (true) {
                    Job job = newest;
                    if (isNew(job)) return job;
                    long left = end - System.nanoTime();
                    if (left <= 0) return null;
                    LockSupport.parkNanos(Workers.class, left);
                }
            } finally {
                sleeps = false;
            }
        }

        private boolean isNew(Job job) {
            return job != null && job != last;
        }
    }
}
