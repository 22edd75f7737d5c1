package hillock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.bench.worker.Job.Turn;
import java.util.ArrayList;
import java.util.List;
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
    void theRatioIsTheirTimeByOursInTheSameRound() {
        Race race = new Race(3, 1, 20_000_000_000L);
        double[] warm = {1, 1, 1, 1};
        List<Racer> racers = List.of(racer("ours", with(warm, 1, 2, 4)), racer("theirs", with(warm, 3, 2, 16)));
        List<Standing> standings = race.standings(racers, List.of("", "another way"), s -> s + "!");
        assertThat(standings.get(0).seconds().median()).isCloseTo(2, within(1e-12));
        assertThat(standings.get(0).ratio()).isNull();
        assertThat(standings.get(0).rate()).isEqualTo("2.0!");
        assertThat(standings.get(1).ratio()).isEqualTo(new Spread(3, 2, 3.5, 1, 4));
        assertThat(standings.get(1).note()).isEqualTo("another way");
    }

    @Test
    void turnsAlternate() {
        new Race(4, 1, 0).seconds(List.of(racer("a", 1), racer("b", 1)));
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
