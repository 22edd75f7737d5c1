package hillock.guide;

import static hillock.guide.MeasuredCourse.page;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.doctor.Cause;
import hillock.doctor.Finding;
import hillock.doctor.LayerState;
import hillock.doctor.Mend;
import hillock.doctor.Probe;
import hillock.doctor.WhatIf;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The claims of pages 13 to 15.
class SickPagesTest {
    @Test
    void aRateTooHighKillsUnitsThatWereAlive() {
        Examined sick = page(P13DyingUnits.class).sick();
        assertThat(causes(sick)).startsWith(Cause.RATE_TOO_HIGH, Cause.DEAD_UNITS);
        List<Probe> probes = sick.diagnosis().probes();
        assertThat(dead(probes.getFirst())).isLessThan(5);
        assertThat(dead(probes.get(1))).isGreaterThan(16);
        assertThat(dead(probes.getLast())).isEqualTo(32);
    }

    @Test
    void aLowerRateMendsItBetterThanLeakyRelu() {
        Examined sick = page(P13DyingUnits.class).sick();
        assertThat(trial(sick, Mend.TESTED_RATE).after())
                .allSatisfy(s -> assertThat(s).isGreaterThan(0.9));
        assertThat(trial(sick, Mend.LEAKY_RELU).after())
                .allSatisfy(s -> assertThat(s).isLessThan(0.8));
        assertThat(own(sick)).allSatisfy(s -> assertThat(s).isGreaterThan(0.98));
    }

    @Test
    void eightSigmoidsLetNoGradientThroughAndNoRateMendsThat() {
        Examined sick = page(P14FadingGradients.class).sick();
        assertThat(causes(sick)).startsWith(Cause.SATURATING_DEPTH);
        assertThat(trial(sick, Mend.RATE_TRIPLE).after())
                .allSatisfy(s -> assertThat(s).isLessThan(0.5));
        assertThat(trial(sick, Mend.RELU).after()).allSatisfy(s -> assertThat(s).isGreaterThan(0.9));
        assertThat(own(sick)).allSatisfy(s -> assertThat(s).isGreaterThan(0.9));
    }

    @Test
    void ofTwoFaultsBothMustGo() {
        Examined sick = page(P15TwoFaults.class).sick();
        assertThat(causes(sick)).startsWith(Cause.SOFTMAX_TWICE, Cause.UNSCALED_INPUTS);
        assertThat(trial(sick, Mend.LOGITS).after())
                .allSatisfy(s -> assertThat(s).isLessThan(0.1));
        assertThat(trial(sick, Mend.SCALED_INPUTS).after())
                .allSatisfy(s -> assertThat(s).isLessThan(0.6));
        assertThat(trial(sick, Mend.RELU).outcome()).isEqualTo(WhatIf.Outcome.WORSE);
        assertThat(own(sick)).allSatisfy(s -> assertThat(s).isGreaterThan(0.9));
    }

    @Test
    void whatIsMendedHasNothingAboveANote() {
        assertThat(page(P14FadingGradients.class).tanh().isHealthy()).isTrue();
        assertThat(page(P15TwoFaults.class).healthy().isHealthy()).isTrue();
    }

    private static List<Cause> causes(Examined sick) {
        return sick.diagnosis().findings().stream().map(Finding::cause).toList();
    }

    private static WhatIf.Trial trial(Examined sick, Mend mend) {
        return sick.tried().trials().stream()
                .filter(t -> t.mend() == mend)
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> own(Examined sick) {
        return sick.own().getFirst().scores();
    }

    private static long dead(Probe probe) {
        LayerState second = probe.layers().get(1);
        return P13DyingUnits.dead(second);
    }
}
