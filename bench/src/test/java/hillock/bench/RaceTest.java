package hillock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.bench.worker.Job.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final List<String> calls = new ArrayList<>();

    /// Takes so many seconds each time, the last of them again and again.
    private Racer racer(String label, double... seconds) {
        return new Racer() {
            private int turns;

            @Override
            public String label() {
                return label;
            }

            @Override
            public float[] output() {
                return new float[0];
            }

            @Override
            public Turn turn(long nanos) {
                calls.add(label);
                double each = seconds[Math.min(turns++, seconds.length - 1)];
                return new Turn(10, 10 * each);
            }
        };
    }

    @Test
    void aSpreadHasMedianAndQuartiles() {
        assertThat(Spread.of(5, 1, 4, 2, 3)).isEqualTo(new Spread(3, 2, 4, 1, 5));
        assertThat(Spread.of(1, 2)).isEqualTo(new Spread(1.5, 1.25, 1.75, 1, 2));
        assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7, 7, 7));
    }

    @Test
    void roundsInWhichSomebodyWaitedAreMadeAgain() {
        double[] warm = {1, 1, 1, 1};
        Racer quiet = racer("a", with(warm, 1, 2, 3));
        Racer disturbed = waiting(racer("b", with(warm, 4, 5, 6)), turn -> turn == 5 ? 1 : 0);
        List<Round> rounds = new Race(2, 1, 20_000_000_000L).run(List.of(quiet, disturbed));
        assertThat(rounds).extracting(r -> r.seconds()[0]).containsExactly(2.0, 3.0);
        assertThat(rounds).extracting(r -> r.seconds()[1]).containsExactly(5.0, 6.0);
        assertThat(rounds).allMatch(r -> r.waited() == 0);
    }

    @Test
    void whereItIsNeverQuietTheQuietestRoundsCount() {
        Racer always = waiting(racer("a", 1), turn -> turn % 3 == 0 ? 1 : 5);
        List<Round> rounds = new Race(3, 1, 0).run(List.of(always));
        assertThat(rounds).hasSize(3).allSatisfy(r -> assertThat(r.waited()).isCloseTo(0.1, within(1e-9)));
    }

    /// Waits for so many seconds in each turn, which are numbered from 1.
    private static Racer waiting(Racer racer, IntToDoubleFunction seconds) {
        return new Racer() {
            private int turns;
            private double waited;

            @Override
            public String label() {
                return racer.label();
            }

            @Override
            public float[] output() {
                return racer.output();
            }

            @Override
            public Turn turn(long nanos) {
                waited += seconds.applyAsDouble(++turns);
                return racer.turn(nanos);
            }

            @Override
            public double waited() {
                return waited;
            }
        };
    }

    @Test
    void turnsAlternate() {
        new Race(4, 1, 0).run(List.of(racer("a", 1), racer("b", 1)));
        assertThat(calls.subList(calls.size() - 8, calls.size()))
                .containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
    }

    @Test
    void whoStillGetsFasterIsNotWarm() {
        WarmUp warmUp = new WarmUp(100_000_000);
        for (double each = 0.05; each > 0.005; each *= 0.9) {
            warmUp.took(new Turn(1, each));
            assertThat(warmUp.isDone()).isFalse();
        }
        for (int i = 0; i < 3; i++) warmUp.took(new Turn(1, 0.005));
        assertThat(warmUp.isDone()).isFalse();
        warmUp.took(new Turn(1, 0.005));
        assertThat(warmUp.isDone()).isTrue();
    }

    private static double[] with(double[] first, double... then) {
        double[] all = new double[first.length + then.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
