package hillock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.bench.task.Task;
import hillock.bench.worker.Job.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is timed and who is not.
class ContestTest {
    private static final Race RACE = new Race(2, 1, 0);
    private static final Entrant HILLOCK = Entrant.of(Peer.HILLOCK);
    private static final Entrant PYTORCH = Entrant.of(Peer.PYTORCH);

    private static Outcome run(Contest.Start start, Entrant... entrants) {
        Task task = Task.parse("relu-1e3-forward");
        return Contest.run(
                new Work(task.name(), "pointwise", "relu", task, new Tolerance(1e-6, 0), List.of(entrants)),
                start,
                RACE);
    }

    private static Racer taking(Entrant entrant, double seconds) {
        return racer(entrant, seconds, 1);
    }

    private static Racer saying(Entrant entrant, float... output) {
        return racer(entrant, 1e-3, output);
    }

    /// Falls where the time is negative.
    private static Racer racer(Entrant entrant, double seconds, float... output) {
        return new Racer() {
            @Override
            public String label() {
                return entrant.label();
            }

            @Override
            public float[] output() {
                return output;
            }

            @Override
            public Turn turn(long nanos) {
                if (seconds < 0) throw new IllegalStateException("it fell");
                return new Turn(1, seconds);
            }
        };
    }

    @Test
    void equalResultsAreTimed() {
        Outcome outcome = run((entrant, work) -> saying(entrant, 1, Float.NaN), HILLOCK, PYTORCH);
        assertThat(outcome.standings()).allMatch(Standing::isMeasured).noneMatch(Standing::isWrong);
        assertThat(outcome.standings().getLast().ratio().median()).isEqualTo(1);
        assertThat(outcome.standings().getFirst().ratio()).isNull();
        assertThat(outcome.standings().getFirst().rate()).isEqualTo("1000.000 ns/element");
    }

    @Test
    void theRatioIsTheirTimeByOursInTheSameRound() {
        Outcome outcome =
                run((entrant, work) -> taking(entrant, entrant.peer() == Peer.HILLOCK ? 2 : 3), HILLOCK, PYTORCH);
        assertThat(outcome.standings().getFirst().seconds().median()).isEqualTo(2);
        assertThat(outcome.standings().getLast().ratio()).isEqualTo(Spread.of(1.5, 1.5));
    }

    @Test
    void aRaceThatBreaksOffIsTold() {
        Outcome outcome = run((entrant, work) -> taking(entrant, -1), HILLOCK, PYTORCH);
        assertThat(outcome.standings()).allMatch(Standing::isWrong);
        assertThat(outcome.standings().getLast().trouble()).isEqualTo("the race broke off, it fell");
    }

    @Test
    void otherResultsAreNotTimed() {
        Outcome outcome =
                run((entrant, work) -> saying(entrant, 1, entrant.peer() == Peer.HILLOCK ? 2 : 3), HILLOCK, PYTORCH);
        Standing wrong = outcome.standings().getLast();
        assertThat(wrong.isMeasured()).isFalse();
        assertThat(wrong.isWrong()).isTrue();
        assertThat(wrong.trouble())
                .isEqualTo("its results are others, 1 of 2 numbers differ, most at 1: 3.0 instead of 2.0");
    }

    @Test
    void otherArithmeticIsTimedWithANote() {
        Outcome outcome = run(
                (entrant, work) -> saying(entrant, entrant.threads()),
                HILLOCK,
                PYTORCH.threads(2).different("double precision"));
        assertThat(outcome.standings().getLast().isMeasured()).isTrue();
        assertThat(outcome.standings().getLast().note()).isEqualTo("double precision");
    }

    @Test
    void hillockWithMoreThreadsMustHaveTheSameBits() {
        Outcome outcome =
                run((entrant, work) -> saying(entrant, 1 + entrant.threads() * 1e-7f), HILLOCK, HILLOCK.threads(2));
        assertThat(outcome.standings().getLast().isWrong()).isTrue();
    }

    @Test
    void whoIsAbsentIsSkippedWithTheReason() {
        Outcome outcome = run(
                (entrant, work) -> {
                    if (entrant.peer() == Peer.PYTORCH) throw new Racer.Absent("no module named torch");
                    return saying(entrant, 1);
                },
                HILLOCK,
                PYTORCH);
        Standing absent = outcome.standings().getLast();
        assertThat(absent.isMeasured()).isFalse();
        assertThat(absent.isWrong()).isFalse();
        assertThat(absent.trouble()).isEqualTo("no module named torch");
        assertThat(outcome.standings().getFirst().isMeasured()).isTrue();
    }

    @Test
    void toleranceIsRelativeAndAbsolute() {
        Tolerance tolerance = new Tolerance(0.1, 0.01);
        assertThat(tolerance.complaint(new float[] {1.1f, 0.01f, Float.NaN}, new float[] {1, 0, Float.NaN}))
                .isEmpty();
        assertThat(tolerance.complaint(new float[] {1.2f}, new float[] {1})).isPresent();
        assertThat(tolerance.complaint(new float[] {Float.NaN}, new float[] {1}))
                .isPresent();
        assertThat(tolerance.complaint(new float[] {1}, new float[] {Float.POSITIVE_INFINITY}))
                .isPresent();
        assertThat(tolerance.complaint(new float[1], new float[2])).contains("1 numbers instead of 2");
    }
}
