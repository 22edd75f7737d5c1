package hillock.tensor.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Threads that share out numbered pieces of work. They are daemons that sleep while there is nothing to do
/// and end after a while without work; the caller works along.
public final class Workers {
    private static final int IDLE_SECONDS = 10;

    private static volatile int threads = Runtime.getRuntime().availableProcessors();

    private static final ThreadPoolExecutor POOL = pool();

    private Workers() {}

    private static ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "hillock-worker");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /// How many threads work at most, the caller among them.
    public static void useThreads(int count) {
        if (count < 1) throw new IllegalArgumentException("at least one thread is needed, not " + count);
        threads = count;
    }

    /// Runs the pieces 0 to `pieces - 1`, each once, and returns when all are done.
    public static void run(int pieces, IntConsumer piece) {
        int extra = Math.min(threads, pieces) - 1;
        if (extra < 1) {
            for (int p = 0; p < pieces; p++) piece.accept(p);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int p = next.getAndIncrement(); p < pieces; p = next.getAndIncrement()) piece.accept(p);
        };
        List<Future<?>> shares = new ArrayList<>();
        for (int i = 0; i < extra; i++) shares.add(POOL.submit(share));
        FutureTask<?> own = new FutureTask<>(share, null);
        own.run();
        shares.add(own);
        finish(shares);
    }

    /// Waits for all, since each writes to the caller's arrays, and only then passes on the first error.
    private static void finish(List<Future<?>> shares) {
        Throwable error = null;
        for (Future<?> work : shares) {
            Throwable its = await(work);
            if (error == null) error = its;
        }
        if (error instanceof Error e) throw e;
        if (error instanceof RuntimeException e) throw e;
    }

    /// Waits for the end, interrupted or not; returns what was thrown, or null.
    private static Throwable await(Future<?> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true; // waits on, and is passed on after
                } catch (ExecutionException e) {
                    return e.getCause();
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
