package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TierTest {
    @BeforeEach
    void vectors() {
        assumeTrue(Simd.AVAILABLE && Simd.MODE == Simd.Mode.AUTO, "this JVM chooses no form by measurement");
    }

    @Test
    void codeThatIsFastTakesOver() {
        Tier tier = Tier.of(() -> exercise(1e12));
        tier.practise(Long.MAX_VALUE / 2);
        assertThat(tier.isVector()).isTrue();
    }

    @Test
    void codeThatStaysSlowNever() {
        Tier tier = Tier.of(() -> exercise(-1e12));
        tier.practise(1_000);
        assertThat(tier.isVector()).isFalse();
    }

    @Test
    void codeIsPractisedOnceItHasCostItsShare() throws InterruptedException {
        Tier.announce(Long.MAX_VALUE);
        CountDownLatch practised = new CountDownLatch(1);
        Tier tier = Tier.of(() -> {
            practised.countDown();
            return exercise(1e12);
        });
        tier.ranScalar(1_000_000);
        assertThat(practised.getCount()).isOne();
        tier.ranScalar(1_000_000_000);
        assertThat(practised.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void codeWithoutAVectorFormStaysScalar() {
        Tier tier = Tier.scalar();
        tier.ranScalar(Long.MAX_VALUE / 2);
        assertThat(tier.isVector()).isFalse();
    }

    private static Drill exercise(double terms) {
        return new Drill(List.of(new Drill.Exercise(terms, () -> {})));
    }
}
