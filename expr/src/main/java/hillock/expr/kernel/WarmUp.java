package hillock.expr.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The thread that practises vector code, one piece after the other, the dearest first, while the program goes on in
/// scalar code. It ends when there is nothing left to practise.
final class WarmUp {
    /// Code that is not fast after so long never will be: the machine's vectors are no faster.
    private static final long GIVE_UP = 3_000_000_000L;

    private static final List<Tier> WAITING = new ArrayList<>();
    private static boolean works;

    private WarmUp() {}

    static void of(Tier tier) {
        synchronized (WAITING) {
            WAITING.add(tier);
            if (works) return;
            works = true;
        }
        Thread.ofPlatform()
                .name("hillock-warm-up")
                .daemon()
                .inheritInheritableThreadLocals(false)
                .start(WarmUp::work);
    }

    private static void work() {
        for (Tier tier = next(); tier != null; tier = next()) {
            try {
                tier.practise(GIVE_UP);
            } catch (Throwable e) {
                stop();
                throw e;
            }
        }
    }

    private static Tier next() {
        synchronized (WAITING) {
            Tier dearest =
                    WAITING.stream().max(Comparator.comparingLong(Tier::lost)).orElse(null);
            works = dearest != null;
            WAITING.remove(dearest);
            return dearest;
        }
    }

    private static void stop() {
        synchronized (WAITING) {
            works = false;
        }
    }
}
