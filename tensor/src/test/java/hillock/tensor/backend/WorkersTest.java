package hillock.tensor.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    /// The machine may be busy with other tests.
    @BeforeEach
    void stays() {
        Workers.giveWay(false);
    }

    @AfterEach
    void allThreads() {
        Workers.giveWay(true);
        Workers.idle(10_000_000_000L);
        Workers.useThreads(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void eachPieceRunsOnce(int threads) {
        Workers.useThreads(threads);
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        Workers.run(1000, runs::incrementAndGet);
        for (int i = 0; i < 1000; i++) assertThat(runs.get(i)).isEqualTo(1);
    }

    @Test
    void noThreadStaysThatHasNothingToDo() throws InterruptedException {
        Workers.idle(1_000_000);
        Workers.useThreads(2);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        CountDownLatch bothBegan = new CountDownLatch(2);
        Workers.run(2, _ -> {
            workers.add(Thread.currentThread());
            bothBegan.countDown();
            awaitQuietly(bothBegan);
        });
        workers.remove(Thread.currentThread());
        assertThat(workers).singleElement().satisfies(worker -> {
            assertThat(worker.getName()).isEqualTo("hillock-worker");
            assertThat(worker.isDaemon()).isTrue();
            assertThat(worker).isNotInstanceOf(ForkJoinWorkerThread.class);
        });
        for (Thread worker : workers)
            assertThat(worker.join(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void anErrorInAPieceReachesTheCaller() {
        Workers.useThreads(2);
        assertThatThrownBy(() -> Workers.run(100, piece -> {
                    throw new IllegalStateException("piece " + piece);
                }))
                .hasMessageContaining("piece");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorIsThrownOnlyWhenAllOthersAreDone(boolean callerFails) {
        Workers.useThreads(2);
        Thread caller = Thread.currentThread();
        CountDownLatch bothBegan = new CountDownLatch(2);
        AtomicBoolean otherDone = new AtomicBoolean();
        assertThatThrownBy(() -> Workers.run(2, _ -> {
                    bothBegan.countDown();
                    awaitQuietly(bothBegan);
                    if ((Thread.currentThread() == caller) == callerFails)
                        throw new IllegalArgumentException("bad piece");
                    pause();
                    otherDone.set(true);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad piece");
        assertThat(otherDone).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Long enough for an error on the other thread to get ahead, if nothing made it wait.
    private static void pause() {
        long end = System.nanoTime() + 50_000_000;
        while (System.nanoTime() < end) Thread.onSpinWait();
    }

    @Test
    void noThreadIsTooFew() {
        assertThatThrownBy(() -> Workers.useThreads(0)).hasMessage("at least one thread is needed, not 0");
    }
}
