package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9})
    void everyThingIsDoneOnceAndTheCallerDoesTheFirst(int count) {
        AtomicIntegerArray done = new AtomicIntegerArray(count);
        Thread caller = Thread.currentThread();
        Threads.sideBySide(count, i -> {
            done.incrementAndGet(i);
            if (i == 0) assertThat(Thread.currentThread()).isEqualTo(caller);
        });
        assertThat(IntStream.range(0, count).map(done::get)).allMatch(n -> n == 1);
    }

    @Test
    void theResultsAreThoseOfOneAfterTheOther() {
        Tensor x = Tensor.normal(Rng.of(1), 200, 300);
        float[][] results = new float[4][];
        Threads.sideBySide(
                4, i -> results[i] = x.times(i + 1.0).matmulTransposed(x).sum(1).toArray());
        for (int i = 0; i < 4; i++)
            assertThat(results[i])
                    .isEqualTo(x.times(i + 1.0).matmulTransposed(x).sum(1).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void anErrorIsPassedOn(int bad) {
        assertThatThrownBy(() -> Threads.sideBySide(4, i -> {
                    if (i == bad) throw new IllegalStateException("number " + i);
                }))
                .hasMessage("number " + bad);
    }
}
