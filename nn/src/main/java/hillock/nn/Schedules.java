package hillock.nn;

import hillock.data.BadInput;
import hillock.nn.Entry.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The catalogue of schedules, with PyTorch's names and values: how the learning rate changes from
/// epoch to epoch, as a multiple of the optimizer's. What PyTorch wants to be told, such as
/// `T_max`, is chosen here by the length of the training if it is not said.
///
/// ```java
/// Trainer.of(Loss.MSE).rate(Schedules.parse("cosine"));
/// Trainer.of(Loss.MSE).rate(Schedules.parse("multistep:milestones=[30, 80]"));
/// Trainer.of(Loss.MSE).rate(Schedules.parse("linear(total_iters=5) then step * exponential(gamma=0.99)"));
/// ```
public final class Schedules {
    private static final String THEN = "\\s+then\\s+";
    private static final String TIMES = "\\s+\\*\\s+";

    /// What a text names, which may be one part of a course.
    ///
    /// @param of for so many epochs
    /// @param length how many epochs it takes by itself; empty if it goes on for ever, or as long
    ///     as training
    /// @param rate where it is no schedule of epochs: it cannot be a part then
    private record Part(Function<Integer, Schedule> of, OptionalInt length, Rate rate) {
        static Part of(Function<Integer, Schedule> of) {
            return new Part(of, OptionalInt.empty(), null);
        }

        static Part of(Schedule schedule, int length) {
            return new Part(_ -> schedule, OptionalInt.of(length), null);
        }

        static Part of(Rate rate) {
            return new Part(null, OptionalInt.empty(), rate);
        }
    }

    private static final List<Row<Part>> ROWS = List.of(
            row(
                    "constant",
                    "epoch < total_iters ? factor : 1",
                    facts("ConstantLR").advice("a careful start: a small rate for some epochs, then the whole one", ""),
                    a -> Part.of(Schedule.constant(a.number("factor"), a.whole("total_iters")), a.whole("total_iters")),
                    new Argument("factor", 1.0 / 3).above(0),
                    new Argument("total_iters", 5).whole(1)),
            row(
                    "step",
                    "gamma ^ floor(epoch / step_size)",
                    facts("StepLR")
                            .note("PyTorch has no default for step_size.")
                            .advice("the classic: a large rate to get near, smaller ones to settle", ""),
                    a -> Part.of(n -> Schedule.step(a.whole("step_size", atLeast1(n / 3)), a.number("gamma"))),
                    Argument.open("step_size", "epochs / 3").whole(1),
                    new Argument("gamma", 0.1).above(0)),
            row(
                    "multistep",
                    "gamma ^ (milestones that are over)",
                    facts("MultiStepLR")
                            .note("PyTorch has no default for milestones.")
                            .source("He et al. 2015, arXiv 1512.03385")
                            .advice("when it is known at which epochs a fall helps, as with ResNets", ""),
                    a -> Part.of(n -> Schedule.multiStep(a.number("gamma"), milestones(a, n))),
                    Argument.open("milestones", "[epochs / 2, 3 epochs / 4]")
                            .whole(0)
                            .orList(),
                    new Argument("gamma", 0.1).above(0)),
            row(
                    "exponential",
                    "gamma ^ epoch",
                    facts("ExponentialLR")
                            .keras("schedules.ExponentialDecay")
                            .jax("optax.exponential_decay")
                            .note(
                                    "PyTorch has no default for gamma; here it is such that a hundredth is left at the end.")
                            .advice("a fall without jumps", ""),
                    a -> Part.of(n -> Schedule.exponential(a.number("gamma", StrictMath.pow(0.01, 1.0 / n)))),
                    Argument.open("gamma", "0.01 ^ (1 / epochs)").above(0)),
            row(
                    "polynomial",
                    "(1 - min(epoch, total_iters) / total_iters) ^ power",
                    facts("PolynomialLR")
                            .keras("schedules.PolynomialDecay")
                            .jax("optax.polynomial_schedule")
                            .note("PyTorch's total_iters is 5, after which the rate is 0.")
                            .advice("a fall to 0 along a line, or with power 2 along a parabola", ""),
                    a -> new Part(
                            n -> Schedule.polynomial(a.whole("total_iters", n), a.number("power")), length(a), null),
                    Argument.open("total_iters", "epochs").whole(1),
                    new Argument("power", 1).above(0)),
            row(
                    "linear",
                    "start_factor + (end_factor - start_factor) * min(epoch, total_iters) / total_iters",
                    facts("LinearLR")
                            .jax("optax.linear_schedule")
                            .source("Goyal et al. 2017, arXiv 1706.02677")
                            .advice("a warm-up before another one: linear then cosine", ""),
                    a -> Part.of(
                            Schedule.linear(a.number("start_factor"), a.number("end_factor"), a.whole("total_iters")),
                            a.whole("total_iters")),
                    new Argument("start_factor", 1.0 / 3).above(0),
                    new Argument("end_factor", 1).within(0, Integer.MAX_VALUE),
                    new Argument("total_iters", 5).whole(1)),
            row(
                    "cosine",
                    "least + (1 - least) * (1 + cos(π epoch / T_max)) / 2",
                    facts("CosineAnnealingLR")
                            .keras("schedules.CosineDecay")
                            .jax("optax.cosine_decay_schedule")
                            .source("Loshchilov, Hutter 2016, arXiv 1608.03983")
                            .note(
                                    "PyTorch has no default for T_max, and its eta_min is a rate, not a share as least is.")
                            .advice("the first choice: nothing to set", ""),
                    a -> new Part(n -> Schedule.cosine(a.whole("T_max", n), a.number("least")), length(a), null),
                    Argument.open("T_max", "epochs").whole(1),
                    new Argument("least", 0).within(0, 1)),
            row(
                    "cosine_warm_restarts",
                    "cosine of the epochs since the last restart; each lasts T_mult times as long as the one before",
                    facts("CosineAnnealingWarmRestarts")
                            .keras("schedules.CosineDecayRestarts")
                            .jax("optax.sgdr_schedule")
                            .source("Loshchilov, Hutter 2016, arXiv 1608.03983")
                            .note("PyTorch has no default for T_0, and its eta_min is a rate, not a share as least is.")
                            .advice("losses with many valleys: each restart looks for another one", ""),
                    a -> Part.of(n -> Schedule.cosineWarmRestarts(
                            a.whole("T_0", atLeast1(n / 4)), a.whole("T_mult"), a.number("least"))),
                    Argument.open("T_0", "epochs / 4").whole(1),
                    new Argument("T_mult", 1).whole(1),
                    new Argument("least", 0).within(0, 1)),
            row(
                    "one_cycle",
                    "up from 1 / div_factor to 1 in the share pct_start of training, then down to 1 / (div_factor"
                            + " final_div_factor)",
                    facts("OneCycleLR")
                            .jax("optax.cosine_onecycle_schedule")
                            .source("Smith, Topin 2017, arXiv 1708.07120")
                            .note(
                                    "The rate of the optimizer is PyTorch's max_lr. It changes at each step, not each epoch.")
                            .advice("few epochs at a rate that would be too high from the start", ""),
                    a -> Part.of(oneCycle(a)),
                    new Argument("pct_start", 0.3).between(0, 1),
                    new Argument("div_factor", 25).above(0),
                    new Argument("final_div_factor", 1e4).above(0),
                    new Argument("linear", 0).yesOrNo(),
                    new Argument("three_phase", 0).yesOrNo()),
            row(
                    "cyclic",
                    "low + (1 - low) * height ^ cycle * gamma ^ epoch * (up and down along lines)",
                    facts("CyclicLR")
                            .source("Smith 2015, arXiv 1506.01186")
                            .note(
                                    "PyTorch's mode triangular2 is height=0.5, its exp_range is gamma; its base_lr is a rate,"
                                            + " not a share as low is.")
                            .advice("when it is not known which rate is right: it goes through all of them", ""),
                    a -> Part.of(n -> cyclic(a, atLeast1(n / 8))),
                    new Argument("low", 0.1).within(0, 1),
                    Argument.open("step_size_up", "epochs / 8").whole(1),
                    Argument.open("step_size_down", "step_size_up").whole(1),
                    new Argument("height", 1).above(0),
                    new Argument("gamma", 1).above(0)),
            row(
                    "coslog",
                    "(1 - cos(2 π log2(1 + (2 ^ cycles - 1) t))) / 2, t the share of training that is over",
                    Facts.NONE
                            .source("Holzmüller et al. 2024, arXiv 2407.04491")
                            .advice("tables: what the default recipe does", ""),
                    a -> Part.of(Rate.coslog(a.whole("cycles"))),
                    new Argument("cycles", 4).within(1, 30).asWhole()),
            row(
                    "plateau",
                    "times factor after more than patience epochs without a gain above threshold",
                    facts("ReduceLROnPlateau")
                            .keras("callbacks.ReduceLROnPlateau")
                            .jax("optax.contrib.reduce_on_plateau")
                            .note(
                                    "Epochs are compared by the loss (or the metric) on rows held out; PyTorch's min_lr is a"
                                            + " rate, not a share as least is.")
                            .advice("when it is not known how many epochs are needed", ""),
                    a -> Part.of(Rate.of(new Plateau.Settings(
                            false,
                            a.number("factor"),
                            a.whole("patience"),
                            a.number("threshold"),
                            true,
                            a.whole("cooldown"),
                            a.number("least")))),
                    new Argument("factor", 0.1).between(0, 1),
                    new Argument("patience", 10).whole(0),
                    new Argument("threshold", 1e-4).within(0, 1),
                    new Argument("cooldown", 0).whole(0),
                    new Argument("least", 0).within(0, 1)));

    private Schedules() {}

    private static Row<Part> row(
            String name, String formula, Facts facts, Function<Arguments, Part> make, Argument... arguments) {
        return new Row<>(new Entry(Kind.SCHEDULE, name, List.of(arguments), facts.definition(formula)), make);
    }

    private static Facts facts(String torch) {
        return Facts.NONE.pytorch("lr_scheduler." + torch);
    }

    /// What there is to say about each.
    public static List<Entry> all() {
        return ROWS.stream().map(Row::entry).toList();
    }

    /// The course that a text names: `cosine`, with settings `step(step_size=30)` or
    /// `step:step_size=30`; several that are multiplied, `A * B`, as PyTorch's ChainedScheduler;
    /// several after one another, `A then B`, as SequentialLR, where each but the last has to say
    /// how long it takes, and what is open in the last goes by the epochs left.
    ///
    /// @throws BadInput if there is none of that name, or a setting is unknown or not allowed
    public static Rate parse(String text) {
        List<Part> parts = List.of(text.strip().split(THEN)).stream()
                .map(t -> product(text, t))
                .toList();
        if (parts.size() == 1 && parts.getFirst().rate != null) return parts.getFirst().rate;
        for (Part part : parts.subList(0, parts.size() - 1)) {
            if (part.rate != null) throw alone(text);
            if (part.length.isEmpty())
                throw new BadInput("In \"" + text + "\", what comes before \"then\" has to say how long it takes: a"
                        + " linear or constant with total_iters, a polynomial with total_iters, a cosine with T_max.");
        }
        if (parts.getLast().rate != null) throw alone(text);
        return Rate.forEpochs(epochs -> chain(parts, epochs));
    }

    private static Schedule chain(List<Part> parts, int epochs) {
        Part first = parts.getFirst();
        if (parts.size() == 1) return first.of.apply(Math.max(1, epochs));
        int length = first.length.orElseThrow();
        return first.of.apply(length).then(length, chain(parts.subList(1, parts.size()), epochs - length));
    }

    private static Part product(String text, String product) {
        List<Part> factors = List.of(product.strip().split(TIMES)).stream()
                .map(t -> Row.parse(t, ROWS))
                .toList();
        if (factors.size() == 1) return factors.getFirst();
        if (factors.stream().anyMatch(f -> f.rate != null)) throw alone(text);
        BinaryOperator<Schedule> times = Schedule::times;
        IntStream lengths = factors.stream().map(Part::length).flatMapToInt(OptionalInt::stream);
        return new Part(
                n -> factors.stream().map(f -> f.of.apply(n)).reduce(times).orElseThrow(), lengths.max(), null);
    }

    private static BadInput alone(String text) {
        return new BadInput(
                "In \"" + text + "\", one_cycle, coslog and plateau follow the whole training: they cannot be"
                        + " parts of a course.");
    }

    private static OptionalInt length(Arguments a) {
        String name = a.values().containsKey("T_max") ? "T_max" : "total_iters";
        return a.has(name) ? OptionalInt.of(a.whole(name)) : OptionalInt.empty();
    }

    private static int atLeast1(int epochs) {
        return Math.max(1, epochs);
    }

    private static int[] milestones(Arguments a, int epochs) {
        if (!a.has("milestones")) return new int[] {atLeast1(epochs / 2), atLeast1(epochs * 3 / 4)};
        return a.list("milestones").stream().mapToInt(Double::intValue).toArray();
    }

    private static Rate oneCycle(Arguments a) {
        // Fine enough that no step of training is noticed.
        int steps = 100_001;
        Schedule schedule = Schedule.oneCycle(
                steps,
                a.number("pct_start"),
                a.number("div_factor"),
                a.number("final_div_factor"),
                a.is("linear"),
                a.is("three_phase"));
        return (progress, epoch) -> schedule.factor((int) Math.round(progress * (steps - 1)));
    }

    private static Schedule cyclic(Arguments a, int usual) {
        int up = a.whole("step_size_up", usual);
        double height = a.number("height");
        double gamma = a.number("gamma");
        return Schedule.cyclic(
                a.number("low"),
                1,
                up,
                a.whole("step_size_down", up),
                (cycle, epoch) -> StrictMath.pow(height, cycle) * StrictMath.pow(gamma, epoch));
    }
}
