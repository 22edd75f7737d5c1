package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.report.Numerals;
import hillock.nn.Event;
import hillock.plot.DisplayWidth;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/// One line on standard error that tells how training goes: epoch, losses, speed, and how long it takes at most, since
/// it may stop early. Draws only on a terminal, and leaves nothing behind.
final class Progress implements Consumer<Event>, AutoCloseable {
    private static final int REDRAWN_EVERY_MS = 100;
    private static final int SHORTEST_BAR = 5;

    private final Console console;
    private final int width;
    private final Duration limit;
    private final Optional<ProgressBar> bar;
    private final long begun = System.nanoTime();

    private volatile Event.Started plan;
    private volatile Event.BatchDone latest;
    private volatile Event.EpochDone epoch;

    /// @param width of the terminal
    /// @param shown whether anything is drawn
    /// @param limit the time limit of training
    Progress(Console console, int width, boolean shown, Duration limit) {
        this.console = console;
        this.width = width;
        this.limit = limit;
        this.bar = shown ? Optional.of(bar()) : Optional.empty();
    }

    /// Whether standard error is a terminal. The launcher says so, since Java cannot tell of standard error alone.
    @SuppressWarnings("SystemConsoleNull") // some JVMs have no console where output is redirected
    static boolean canBeSeen(Console console) {
        if (console.err() != System.err) return false;
        String told = System.getProperty("hillock.stderr.terminal");
        if (told != null) return Boolean.parseBoolean(told);
        java.io.Console own = System.console();
        return own != null && own.isTerminal();
    }

    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setUpdateIntervalMillis(REDRAWN_EVERY_MS)
                .continuousUpdate()
                .setRenderer((state, room) -> line())
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
                .build();
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.Started started -> plan = started;
            case Event.BatchDone batch -> latest = batch;
            case Event.EpochDone done -> epoch = done;
            case Event.Prepared _, Event.Finished _ -> {}
        }
    }

    private void draw(String line) {
        int room = width - 1;
        String shown = DisplayWidth.fit(line, room);
        PrintStream err = console.err();
        err.print("\r" + shown + " ".repeat(room - DisplayWidth.of(shown)));
        err.flush();
    }

    @Override
    public void close() {
        bar.ifPresent(b -> {
            b.close();
            draw("");
            console.err().print("\r");
        });
    }

    private String line() {
        Event.Started all = plan;
        Event.BatchDone now = latest;
        if (all == null || now == null) return console.messages().text("fit.progress.begins");
        return line(all, now, epoch, (System.nanoTime() - begun) / 1e9);
    }

    /// The line after `seconds` of training.
    ///
    /// @param epoch the last epoch that was finished; null during the first
    String line(Event.Started all, Event.BatchDone now, Event.EpochDone epoch, double seconds) {
        double steps = (now.epoch() - 1.0) * all.batches() + now.batch();
        double share = steps / ((double) all.epochs() * all.batches());
        String speed = rate(steps / all.batches() * all.rows() / seconds);
        double left = Math.min(seconds / share - seconds, Math.max(0, limit.toNanos() / 1e9 - seconds));
        String head = console.messages().text("fit.progress.epoch", now.epoch(), all.epochs());
        String tail = epoch == null
                ? console.messages().text("fit.progress.first", loss(now.loss()), speed, Numerals.clock(left))
                : console.messages()
                        .text(
                                "fit.progress.later",
                                loss(epoch.trainLoss()),
                                loss(epoch.validationLoss()),
                                speed,
                                Numerals.clock(left));
        int room = width - 3 - DisplayWidth.of(head) - DisplayWidth.of(tail);
        return room < SHORTEST_BAR ? head + "  " + tail : head + " " + drawn(share, Math.min(room, 30)) + " " + tail;
    }

    private static String drawn(double share, int width) {
        int full = Math.clamp(Math.round(share * width), 0, width);
        return "━".repeat(full) + "─".repeat(width - full);
    }

    /// Of a fixed width, so that the line does not jump.
    private static String loss(double value) {
        return String.format(Locale.ROOT, "%-7s", Numerals.significant(value, 3));
    }

    /// `870`, `12k`, `1.4M` rows per second.
    private static String rate(double perSecond) {
        if (perSecond >= 1e6) return Numerals.significant(perSecond / 1e6, 2) + "M";
        return perSecond >= 1e3 ? Math.round(perSecond / 1e3) + "k" : String.valueOf(Math.round(perSecond));
    }
}
