package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.reference.Golden;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Forty steps of each of PyTorch's schedules.
class ScheduleGoldenTest {
    @TestFactory
    List<DynamicTest> schedules() {
        JsonNode all = Golden.json("schedulers.json").get("schedules");
        return StreamSupport.stream(all.spliterator(), false)
                .map(s -> DynamicTest.dynamicTest(s.get("name").asString(), () -> check(s)))
                .toList();
    }

    private static void check(JsonNode s) {
        double base = s.get("base_lr").asDouble();
        JsonNode rates = s.get("lr");
        if (s.has("metrics")) {
            Plateau plateau = plateau(s.get("params"), base);
            for (int i = 0; i < rates.size(); i++) {
                assertRate(base * plateau.factor(), rates.get(i), i);
                if (i < rates.size() - 1) plateau.see(s.get("metrics").get(i).asDouble());
            }
        } else {
            Schedule schedule = schedule(s, base);
            double highest = s.get("scheduler").asString().equals("OneCycleLR")
                    ? s.get("params").get("max_lr").asDouble()
                    : base;
            for (int i = 0; i < rates.size(); i++) assertRate(highest * schedule.factor(i), rates.get(i), i);
        }
    }

    private static void assertRate(double actual, JsonNode expected, int epoch) {
        assertThat(actual).as("epoch " + epoch).isCloseTo(expected.asDouble(), within(1e-12));
    }

    private static Schedule schedule(JsonNode s, double base) {
        JsonNode p = s.get("params");
        return switch (s.get("scheduler").asString()) {
            case "StepLR" -> Schedule.step(p.get("step_size").asInt(), number(p, "gamma"));
            case "MultiStepLR" ->
                Schedule.multiStep(
                        number(p, "gamma"),
                        StreamSupport.stream(p.get("milestones").spliterator(), false)
                                .mapToInt(JsonNode::asInt)
                                .toArray());
            case "ExponentialLR" -> Schedule.exponential(number(p, "gamma"));
            case "CosineAnnealingLR" ->
                Schedule.cosine(p.get("T_max").asInt(), p.path("eta_min").asDouble(0) / base);
            case "CosineAnnealingWarmRestarts" ->
                Schedule.cosineWarmRestarts(
                        p.get("T_0").asInt(),
                        p.get("T_mult").asInt(),
                        p.path("eta_min").asDouble(0) / base);
            case "OneCycleLR" ->
                p.has("div_factor")
                        ? Schedule.oneCycle(
                                p.get("total_steps").asInt(),
                                number(p, "pct_start"),
                                number(p, "div_factor"),
                                number(p, "final_div_factor"),
                                p.get("anneal_strategy").asString().equals("linear"),
                                p.get("three_phase").asBoolean())
                        : Schedule.oneCycle(p.get("total_steps").asInt());
            case "LinearLR" ->
                Schedule.linear(
                        number(p, "start_factor"),
                        number(p, "end_factor"),
                        p.get("total_iters").asInt());
            case "ConstantLR" ->
                Schedule.constant(number(p, "factor"), p.get("total_iters").asInt());
            case "PolynomialLR" ->
                Schedule.polynomial(
                        p.get("total_iters").asInt(), p.path("power").asDouble(1));
            case "CyclicLR" ->
                Schedule.cyclic(
                        number(p, "base_lr") / base,
                        number(p, "max_lr") / base,
                        p.get("step_size_up").asInt(),
                        p.get("step_size_up").asInt(),
                        height(p.get("mode").asString(), number(p, "gamma")));
            case "LambdaLR" -> e -> Math.min(1 / Math.sqrt(e + 1), (e + 1) * Math.pow(8, -1.5));
            case "MultiplicativeLR" -> Schedule.multiplicative(e -> 0.9 + 0.01 * (e % 3));
            case "SequentialLR" -> Schedule.linear(0.1, 1, 5).then(5, Schedule.cosine(35, 0));
            case "ChainedScheduler" -> Schedule.constant(0.1, 2).times(Schedule.exponential(0.9));
            default -> throw new IllegalArgumentException(s.get("scheduler").asString());
        };
    }

    private static Schedule.Height height(String mode, double gamma) {
        return switch (mode) {
            case "triangular" -> (_, _) -> 1;
            case "triangular2" -> (cycle, _) -> Math.pow(0.5, cycle);
            default -> (_, epoch) -> Math.pow(gamma, epoch);
        };
    }

    private static double number(JsonNode p, String name) {
        return p.get(name).asDouble();
    }

    private static Plateau plateau(JsonNode p, double base) {
        return Plateau.of(new Plateau.Settings(
                p.get("mode").asString().equals("max"),
                number(p, "factor"),
                p.get("patience").asInt(),
                p.path("threshold").asDouble(1e-4),
                !p.path("threshold_mode").asString("rel").equals("abs"),
                p.path("cooldown").asInt(0),
                p.path("min_lr").asDouble(0) / base));
    }
}
