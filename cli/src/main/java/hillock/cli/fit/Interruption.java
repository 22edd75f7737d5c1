package hillock.cli.fit;

import hillock.cli.Main;
import org.jline.utils.Signals;

/// Ctrl-C while it is caught: the first asks training to stop, so that the best weights are kept and written; the
/// second ends the process at once.
///
/// ```java
/// try (Interruption stop = Interruption.caught(() -> err.println("Stopping …"))) {
///     study.fit(recipe.stopWhen(stop::asked), listener);
/// }
/// ```
final class Interruption implements AutoCloseable {
    private static final String CTRL_C = "INT";
    private final Runnable first;
    private final Object before;
    private volatile boolean asked;

    private Interruption(Runnable first) {
        this.first = first;
        this.before = Signals.register(CTRL_C, this::signal);
    }

    /// Catches Ctrl-C from now until [#close].
    ///
    /// @param first is run once, on a thread of its own, when training is asked to stop
    static Interruption caught(Runnable first) {
        return new Interruption(first);
    }

    /// Whether the user asked to stop.
    boolean asked() {
        return asked;
    }

    private synchronized void signal() {
        if (asked) System.exit(Main.INTERRUPTED);
        asked = true;
        first.run();
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}
