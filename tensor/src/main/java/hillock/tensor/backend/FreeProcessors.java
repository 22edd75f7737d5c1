package hillock.tensor.backend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/// How many processors other programs leave to this one, as the system counts it (within a container, as the container
/// does), looked up twice a second by whoever asks. A thread on a processor that another program uses as well is put
/// aside for milliseconds, and everybody waits for it.
final class FreeProcessors {
    private static final int ALL = Runtime.getRuntime().availableProcessors();
    private static final long NANOS_BETWEEN_LOOKS = 500_000_000;

    /// What others may use of a processor that still counts as free.
    private static final double SPARE = 0.25;

    private static final AtomicLong NEXT_LOOK = new AtomicLong(System.nanoTime() + NANOS_BETWEEN_LOOKS);
    private static volatile int count = ALL;

    private FreeProcessors() {}

    /// At least one.
    static int count() {
        long now = System.nanoTime();
        long due = NEXT_LOOK.get();
        if (now - due > 0 && NEXT_LOOK.compareAndSet(due, now + NANOS_BETWEEN_LOOKS)) count = Look.now();
        return count;
    }

    /// Given which share of all processors is in use, and by this process: negative or NaN if that is not known.
    static int count(double load, double ownLoad, int processors) {
        if (!(load >= 0 && ownLoad >= 0)) return processors;
        double others = Math.max(0, load - ownLoad) * processors;
        return Math.max(1, (int) Math.floor(Math.min(processors, processors - others + SPARE)));
    }

    /// Loaded, in some milliseconds, only by a program that has computed on several threads for a while.
    private static final class Look {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private static boolean looked;

        /// Loads are those since the look before: the first time, there was none.
        static int now() {
            double load = SYSTEM.getCpuLoad();
            double own = SYSTEM.getProcessCpuLoad();
            int free = looked ? count(load, own, ALL) : ALL;
            looked = true;
            return free;
        }
    }
}
