package hillock.doctor.clinic;

import hillock.data.Dataset;
import hillock.doctor.Cause;
import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.nn.Activation;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Losses;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.ParameterGroup;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Networks made sick in ways that the clinic does not hold and by which no threshold was set: what does
/// the doctor say first? docs/doctor.md has the outcome.
///
/// @param right the causes of which one has to come first
record Invented(
        String name,
        Set<Cause> right,
        UnaryOperator<Module> module,
        UnaryOperator<Dataset> training,
        UnaryOperator<Dataset> held,
        UnaryOperator<Trainer> trainer) {
    private static final int ROWS = 400;

    static List<Invented> all() {
        return List.of(
                trained(
                        "weight decay 1 under SGD",
                        Set.of(Cause.DECAY_TOO_STRONG),
                        t -> t.optimizer(Optimizer.parse("sgd(lr=0.05, weight_decay=1)"))),
                with(
                        "validation rows in other units",
                        Set.of(Cause.VALIDATION_DIFFERS),
                        d -> d,
                        d -> new Dataset(d.x().times(20), d.y())),
                with(
                        "validation rows in metres, not millimetres",
                        Set.of(Cause.VALIDATION_DIFFERS),
                        d -> d,
                        d -> new Dataset(d.x().times(0.001), d.y())),
                trained(
                        "single gradients clipped to a millionth",
                        Set.of(Cause.GRADIENTS_CLIPPED),
                        t -> t.clipValue(1e-6).optimizer(Optimizer.parse("sgd(lr=0.1)"))),
                trained("the first layer frozen", Set.of(Cause.STEPS_TOO_SMALL), t -> t.groups(Invented::frozen)),
                with("all inputs copies of one", Set.of(Cause.COPIED_INPUTS), Invented::copied, Invented::copied),
                trained(
                        "a huge momentum with batches of one",
                        Set.of(Cause.RATE_TOO_HIGH, Cause.ONE_PART),
                        t -> t.batch(1).optimizer(Optimizer.parse("sgd(lr=0.01, momentum=0.999)"))),
                with("targets around a million", Set.of(Cause.UNSCALED_TARGETS), Invented::far, Invented::far),
                built("one layer all zero", Set.of(Cause.SYMMETRIC_WEIGHTS, Cause.WEIGHTS_TOO_SMALL), Invented::zero),
                trained(
                        "gradients clipped to a millionth",
                        Set.of(Cause.GRADIENTS_CLIPPED),
                        t -> t.clipNorm(1e-6).optimizer(Optimizer.parse("sgd(lr=0.1)"))),
                trained(
                        "a schedule that ends at once",
                        Set.of(Cause.RATE_ENDS_EARLY),
                        t -> t.rate((progress, epoch) -> epoch < 1 ? 1 : 0)),
                built("biases of -100 in the second layer", Set.of(Cause.BAD_BIASES), Invented::biased),
                with(
                        "the decisive input in tiny units",
                        Set.of(Cause.UNSCALED_INPUTS),
                        Invented::faint,
                        Invented::faint),
                trained(
                        "one step an epoch",
                        Set.of(Cause.STILL_FALLING, Cause.RATE_TOO_LOW),
                        t -> t.batch(ROWS).optimizer(Optimizer.parse("adam(lr=0.001)"))),
                new Invented(
                        "an output that is switched off",
                        Set.of(Cause.BAD_BIASES, Cause.DEAD_UNITS),
                        Invented::off,
                        Invented::positive,
                        Invented::positive,
                        t -> t),
                with("targets of the next row", Set.of(Cause.UNRELATED_TARGETS), Invented::slipped, Invented::slipped),
                with("validation columns in another order", Set.of(Cause.OTHER_RULE), d -> d, Invented::reversed),
                built("a step for an activation", Set.of(Cause.NO_SLOPE), m -> activated(m, "sign(x)")),
                built("hidden layers without a bend", Set.of(Cause.NO_BEND), m -> activated(m, "2 * x")),
                trained(
                        "the loss made larger",
                        Set.of(Cause.ONE_PART),
                        t -> t.optimizer(Optimizer.parse("adam(maximize=1)"))),
                trained("an eps of 100", Set.of(Cause.ONE_PART), t -> t.optimizer(Optimizer.parse("adam(eps=100)"))),
                trained(
                        "a huber loss that knows signs alone",
                        Set.of(Cause.ONE_PART),
                        t -> t.loss(Losses.huber(1e-6)).optimizer(Optimizer.parse("sgd(lr=0.05)"))),
                trained(
                        "a rate that swings",
                        Set.of(Cause.ONE_PART),
                        t -> t.rate((progress, epoch) -> epoch % 2 == 0 ? 1 : 300)),
                trained(
                        "a rate that falls as steps are made",
                        Set.of(Cause.ONE_PART),
                        t -> t.optimizer(Optimizer.parse("adagrad(lr=0.05, lr_decay=10)"))),
                trained(
                        "a warm-up that lasts for ever",
                        Set.of(Cause.ONE_PART),
                        t -> t.rate((progress, epoch) -> 1e-4 * progress)),
                trained(
                        "weight decay of a group",
                        Set.of(Cause.ONE_PART),
                        t -> t.optimizer(Optimizer.parse("sgd(lr=0.05)")).groups(Invented::decayed)),
                built(
                        "an activation of three hundred waves",
                        Set.of(Cause.ONE_PART, Cause.EXPLODING_GRADIENTS),
                        m -> activated(m, "abs(sin(300 * x))")),
                built(
                        "an output through tanh",
                        Set.of(Cause.OUTPUT_RANGE),
                        m -> Network.with(m, Activation.parse("tanh"))),
                trained("an average that never moves", Set.of(Cause.AVERAGE_TOO_SLOW), t -> t.averaging(0.99999)));
    }

    private static Invented trained(String name, Set<Cause> right, UnaryOperator<Trainer> change) {
        return new Invented(name, right, m -> m, d -> d, d -> d, change);
    }

    private static Invented built(String name, Set<Cause> right, UnaryOperator<Module> change) {
        return new Invented(name, right, change, d -> d, d -> d, t -> t);
    }

    private static Invented with(
            String name, Set<Cause> right, UnaryOperator<Dataset> training, UnaryOperator<Dataset> held) {
        return new Invented(name, right, m -> m, training, held, t -> t);
    }

    Diagnosis diagnose() {
        Rng rng = Rng.of(77);
        Activation relu = Activation.parse("relu");
        Module network = module.apply(
                Sequential.mlp(Problem.FIVE.inputs, List.of(32, 32), 1, relu, Init.suitedTo(relu), rng.split()));
        Trainer sound = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.parse("adam(lr=0.005)"))
                .epochs(60)
                .validation(held.apply(Problem.FIVE.rows(ROWS / 4, 2)));
        Dataset rows = training.apply(Problem.FIVE.rows(ROWS, 1));
        return Doctor.watch(trainer.apply(sound)).train(network, rows, rng.split(), event -> {});
    }

    private static List<ParameterGroup> frozen(Module m) {
        Linear first = (Linear) ((Sequential) m).layers().getFirst();
        var still = List.of(first.weight(), first.bias());
        var others = Parameters.of(m).values().stream()
                .filter(p -> !still.contains(p))
                .toList();
        return List.of(new ParameterGroup(still, Map.of("lr", 0.0)), new ParameterGroup(others, Map.of()));
    }

    private static List<ParameterGroup> decayed(Module m) {
        return List.of(new ParameterGroup(List.copyOf(Parameters.of(m).values()), Map.of("weight_decay", 0.5)));
    }

    private static Dataset copied(Dataset d) {
        Tensor[] one = new Tensor[Problem.FIVE.inputs];
        Arrays.fill(one, d.x().slice(1, 0, 1));
        return new Dataset(Tensor.concat(1, one), d.y());
    }

    private static Dataset slipped(Dataset d) {
        int[] next = IntStream.range(0, d.rows()).map(i -> (i + 1) % d.rows()).toArray();
        return new Dataset(d.x(), d.select(next).y());
    }

    private static Dataset reversed(Dataset d) {
        Tensor[] columns = new Tensor[Problem.FIVE.inputs];
        for (int c = 0; c < columns.length; c++)
            columns[c] = d.x().slice(1, columns.length - 1 - c, columns.length - c);
        return new Dataset(Tensor.concat(1, columns), d.y());
    }

    private static Module activated(Module m, String formula) {
        Activation other = Activation.parse(formula);
        return new Sequential(((Sequential) m)
                .layers().stream().map(l -> l instanceof Linear ? l : other).toList());
    }

    /// The two inputs whose product is to be learnt.
    private static Dataset faint(Dataset d) {
        return new Dataset(d.x().times(Tensor.of(1e-4f, 1e-4f, 1, 1, 1)), d.y());
    }

    private static Dataset positive(Dataset d) {
        return new Dataset(d.x(), d.y().plus(8));
    }

    private static Module off(Module m) {
        Linear last = (Linear) ((Sequential) m).layers().getLast();
        last.bias().set(Tensor.full(-20, 1));
        return Network.with(m, Activation.parse("relu"));
    }

    private static Dataset far(Dataset d) {
        return new Dataset(d.x(), d.y().plus(1e6));
    }

    private static Module zero(Module m) {
        Linear second = (Linear) ((Sequential) m).layers().get(2);
        second.weight().set(Tensor.zeros(second.out(), second.in()));
        second.bias().set(Tensor.zeros(second.out()));
        return m;
    }

    private static Module biased(Module m) {
        Linear second = (Linear) ((Sequential) m).layers().get(2);
        second.bias().set(Tensor.full(-100, second.out()));
        return m;
    }
}
