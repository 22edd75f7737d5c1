package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @AfterEach
    void asManyAsThereAre() {
        Threads.use(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void theResultDoesNotDependOnThem() {
        Tensor a = Tensor.normal(Rng.of(1), 300, 200);
        Tensor b = Tensor.normal(Rng.of(2), 200, 100);
        Threads.use(1);
        float[] alone = a.matmul(b).toArray();
        Threads.use(3);
        assertThat(a.matmul(b).toArray()).isEqualTo(alone);
    }

    @Test
    void noneIsTooFew() {
        assertThatThrownBy(() -> Threads.use(0)).hasMessage("at least one thread is needed, not 0");
    }
}
