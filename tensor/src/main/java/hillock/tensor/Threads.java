package hillock.tensor;

import hillock.tensor.backend.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/// How many threads compute. The results do not depend on it, to the last bit.
///
/// ```java
/// Threads.use(1);     // leave the other processors to others
/// ```
public final class Threads {
    private Threads() {}

    /// At most so many, the caller among them, from now on; as many as there are processors if never said.
    public static void use(int count) {
        Workers.useThreads(count);
    }

    /// Does several things side by side, each on one thread, as many at a time as threads may
    /// work. The calling thread takes part, and does the first. If one fails, those not yet begun
    /// are left out, and its error is passed on.
    ///
    /// ```java
    /// Threads.sideBySide(5, i -> trainer.train(nets.get(i), data, Rng.of(i), event -> {}));
    /// ```
    public static void sideBySide(int count, IntConsumer each) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> Workers.alone(() -> {
            for (int i = next.getAndIncrement(); i < count && failure.get() == null; i = next.getAndIncrement()) {
                try {
                    each.accept(i);
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                }
            }
        });
        List<Thread> others = new ArrayList<>();
        int first = next.getAndIncrement();
        for (int t = 1; t < Math.min(count, Workers.threads()); t++)
            others.add(Thread.ofPlatform().daemon().name("hillock-side").start(work));
        try {
            if (count > 0) Workers.alone(() -> each.accept(first));
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
        work.run();
        for (Thread other : others) join(other);
        if (failure.get() instanceof Error e) throw e;
        if (failure.get() instanceof RuntimeException e) throw e;
    }

    /// Does the pieces of one work, each once, as many at a time as threads may work, the caller
    /// among them. The threads are at hand within microseconds; where they work already, and
    /// within a piece, the caller does all. If a piece fails, those not yet begun are left out,
    /// and its error is passed on.
    ///
    /// ```java
    /// Threads.share(columns.size(), i -> profiles[i] = ColumnProfile.of(columns.get(i)));
    /// ```
    public static void share(int pieces, IntConsumer piece) {
        Workers.run(pieces, piece);
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
