package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.nn.Entry.Kind;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
    static List<String> names() {
        return Entry.all(Kind.SCHEDULE).stream().map(Entry::name).toList();
    }

    private static double[] factors(String text, int epochs) {
        Rate rate = Schedules.parse(text).begun(epochs);
        return IntStream.range(0, epochs)
                .mapToDouble(e -> rate.factor((double) e / epochs, e))
                .toArray();
    }

    /// Whatever the length of a training, one epoch included.
    @ParameterizedTest
    @MethodSource("names")
    void factorsAreFiniteAndNeverNegative(String name) {
        for (int epochs : new int[] {1, 2, 3, 7, 100}) {
            assertThat(DoubleStream.of(factors(name, epochs)).allMatch(f -> f >= 0 && f <= 1 + 1e-12))
                    .as(epochs + " epochs")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            step:step_size=2,gamma=0.5              | 1 1 0.5 0.5 0.25 0.25
            step(gamma=0.5)                         | 1 1 0.5 0.5 0.25 0.25
            multistep:milestones=[1, 4],gamma=0.5   | 1 0.5 0.5 0.5 0.25 0.25
            multi_step:gamma=0.5                    | 1 1 1 0.5 0.25 0.25
            cosine                                  | 1 0.9330127 0.75 0.5 0.25 0.0669873
            linear:start_factor=0.5,total_iters=2   | 0.5 0.75 1 1 1 1
            polynomial                              | 1 0.8333333 0.6666667 0.5 0.3333333 0.1666667
            linear(start_factor=0.5, total_iters=2) then step(step_size=1, gamma=0.5) | 0.5 0.75 1 0.5 0.25 0.125
            linear(total_iters=2, start_factor=0.5) then polynomial | 0.5 0.75 1 0.75 0.5 0.25
            step:step_size=3,gamma=0.1 * exponential:gamma=0.5 | 1 0.5 0.25 0.0125 0.00625 0.003125
            constant:factor=1                       | 1 1 1 1 1 1
            """)
    void factorsAreThoseOfPyTorch(String text, String expected) {
        double[] numbers = DoubleStream.of(List.of(expected.split(" ")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray();
        assertThat(factors(text, 6)).containsExactly(numbers, within(1e-7));
    }

    @Test
    void onAPlateauTheRateFallsAndEachTrainingBeginsAnew() {
        Rate described = Schedules.parse("plateau:patience=1,factor=0.5");
        for (int training = 0; training < 2; training++) {
            Rate rate = described.times(2).begun(9);
            double[] seen = new double[6];
            for (int e = 0; e < 6; e++) {
                seen[e] = rate.factor(0, e);
                rate.see(e == 0 ? 1 : 2);
            }
            assertThat(seen).containsExactly(2, 2, 2, 1, 1, 0.5);
        }
    }

    /// Where half of the epochs will have to do, the course is over all the same.
    @Test
    void withoutTimeForAllEpochsTheCourseGoesWithTheTime() {
        Rate rate = Schedules.parse("step:step_size=10,gamma=0.1").begun(30);
        assertThat(rate.factor(0.7, 5)).isCloseTo(0.01, within(1e-12));
        assertThat(rate.factor(5 / 30.0, 5)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cosin                     | There is no schedule "cosin": did you mean "cosine"?
            step:step_size=0          | The step_size of step has to be a whole number from 1 on, not 0.
            step:step_size=2.5        | The step_size of step has to be a whole number from 1 on, not 2.5.
            step:size=3               | step has no setting "size": it has step_size, gamma.
            step:step_size=[1,2]      | The step_size of step is one number, not a list of 2.
            multistep:milestones=[1;2] | In "multistep:milestones=[1;2]", "milestones=[1;2]" is not a setting: write name=number.
            one_cycle:pct_start=1     | The pct_start of one_cycle has to be a number between 0 and 1, not 1.
            step then cosine          | In "step then cosine", what comes before "then" has to say how long it takes: a linear or constant with total_iters, a polynomial with total_iters, a cosine with T_max.
            linear then plateau       | In "linear then plateau", one_cycle, coslog and plateau follow the whole training: they cannot be parts of a course.
            plateau * cosine          | In "plateau * cosine", one_cycle, coslog and plateau follow the whole training: they cannot be parts of a course.
            """)
    void whatIsWrongIsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> Schedules.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
