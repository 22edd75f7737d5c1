package hillock.tensor.backend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/// How many processors other programs leave to this one, as the system counts it (within a container, as the container
/// does), looked up five times a second by whoever asks. A thread on a processor that another program uses as well is
/// put aside for milliseconds, and everybody waits for it.
final class FreeProcessors {
    private static final int ALL = Runtime.getRuntime().availableProcessors();
    private static final long NANOS_BETWEEN_LOOKS = 200_000_000;

    /// A program that has not asked for longer was not computing, and what others did meanwhile is past.
    private static final long TOO_LONG_AGO = 250_000_000;

    /// What others may use of a processor that still counts as free: loads are counted in hundredths of a second.
    private static final double SPARE = 0.3;

    private static final AtomicLong LAST_LOOK = new AtomicLong(System.nanoTime());
    private static volatile int count = ALL;

    private FreeProcessors() {}

    /// At least one.
    static int count() {
        long now = System.nanoTime();
        long last = LAST_LOOK.get();
        if (now - last > NANOS_BETWEEN_LOOKS && LAST_LOOK.compareAndSet(last, now)) {
            int free = Look.now();
            count = now - last > TOO_LONG_AGO ? ALL : free;
        }
        return count;
    }

    /// Given which share of all processors is in use, and by this process: negative or NaN if that is not known.
    static int count(double load, double ownLoad, int processors) {
        if (!(load >= 0 && ownLoad >= 0)) return processors;
        double others = Math.max(0, load - ownLoad) * processors;
        return Math.max(1, (int) Math.floor(Math.min(processors, processors - others + SPARE)));
    }

    /// Loaded, in some milliseconds, only by a program that has computed on several threads for a while.
    static final class Look {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        /// By the loads since the look before.
        static int now() {
            return count(SYSTEM.getCpuLoad(), SYSTEM.getProcessCpuLoad(), ALL);
        }
    }
}
