package hillock.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.cli.Console;
import hillock.cli.Language;
import hillock.cli.Messages;
import hillock.nn.Event;
import hillock.plot.DisplayWidth;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {
    private static final Event.Started PLAN = new Event.Started(200, 1000, 10);
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Progress progress(Language language, int width, Duration limit) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Progress(new Console(stream, stream, Messages.of(language), Map.of()), width, false, limit);
    }

    @Test
    void tellsLossSpeedAndTheMostTimeThatIsLeft() {
        String line = progress(Language.EN, 80, Duration.ofDays(1))
                .line(PLAN, new Event.BatchDone(50, 10, 0.3), new Event.EpochDone(50, 0.2, 0.25, true, 5), 5);
        assertThat(line).contains("epoch 50/200", "loss 0.2", "validation 0.25", "10k rows/s", "≤ 0:15 left", "━");
    }

    @Test
    void theTimeLimitBoundsTheTimeThatIsLeft() {
        String line = progress(Language.EN, 80, Duration.ofSeconds(8))
                .line(PLAN, new Event.BatchDone(50, 10, 0.3), new Event.EpochDone(50, 0.2, 0.25, true, 5), 5);
        assertThat(line).contains("≤ 0:03 left");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fitsOnATerminal(Language language) {
        Event.Started large = new Event.Started(2000, 1_000_000, 4000);
        String line = progress(language, 80, Duration.ofDays(1))
                .line(
                        large,
                        new Event.BatchDone(1999, 1, 0.3),
                        new Event.EpochDone(1998, 1e-7, 12345.678, true, 5),
                        9e3);
        assertThat(DisplayWidth.of(line)).isLessThan(80);
    }

    @Test
    void drawsNothingWhereItIsNotSeen() {
        try (Progress progress = progress(Language.EN, 80, Duration.ofDays(1))) {
            progress.accept(PLAN);
        }
        assertThat(err.size()).isZero();
    }
}
