package hillock.doctor.clinic;

import hillock.data.Dataset;
import hillock.doctor.Cause;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Losses;
import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.nn.Pass;
import hillock.nn.Sequential;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The sick patients: each a sound network to which one thing was done. Every sickness comes in four
/// forms.
final class Sick {
    private static final int FORMS = 4;

    private final List<Patient> patients = new ArrayList<>();

    static List<Patient> all() {
        Sick sick = new Sick();
        sick.data();
        sick.loss();
        sick.start();
        sick.training();
        sick.outcome();
        return sick.patients;
    }

    private void add(String what, Cause cause, IntFunction<Network> forms) {
        for (int form = 0; form < FORMS; form++) {
            Network network = forms.apply(form);
            String name = what + ", " + network.problem().name().toLowerCase(java.util.Locale.ROOT) + " "
                    + network.hidden() + " " + network.activation();
            patients.add(Patient.sick(name, cause, network));
        }
    }

    private static Network two(int form, long seed) {
        return switch (form) {
            case 0 -> Network.of(Problem.WAVES, "relu", seed, 32, 32);
            case 1 -> Network.of(Problem.CIRCLE, "tanh", seed, 24);
            case 2 -> Network.of(Problem.FIVE, "gelu", seed, 48, 24);
            default -> Network.of(Problem.SECTORS, "relu", seed, 32);
        };
    }

    private static Network number(int form, long seed) {
        return switch (form) {
            case 0 -> Network.of(Problem.SINE, "tanh", seed, 32);
            case 1 -> Network.of(Problem.WAVES, "relu", seed, 32, 32);
            case 2 -> Network.of(Problem.FIVE, "silu", seed, 48, 24);
            default -> Network.of(Problem.PLANE, "relu", seed, 64);
        };
    }

    private static Network classes(int form, long seed) {
        return form % 2 == 0
                ? Network.of(Problem.SECTORS, form == 0 ? "relu" : "tanh", seed, 32, 16)
                : Network.of(Problem.FOUR, form == 1 ? "gelu" : "relu", seed, 48);
    }

    private static Network yesNo(int form, long seed) {
        return form % 2 == 0
                ? Network.of(Problem.CIRCLE, form == 0 ? "relu" : "tanh", seed, 32)
                : Network.of(Problem.XOR, form == 1 ? "silu" : "relu", seed, 24, 24);
    }

    private void data() {
        add("a missing input", Cause.INPUT_NOT_FINITE, f -> two(f, 100 + f).data(d -> poisoned(d, true, f)));
        add("a missing target", Cause.TARGET_NOT_FINITE, f -> number(f, 110 + f).data(d -> poisoned(d, false, f)));
        add("inputs in other units", Cause.UNSCALED_INPUTS, f -> two(f, 120 + f).data(d -> scaled(d, f % 2, f)));
        add(
                "targets in other units",
                Cause.UNSCALED_TARGETS,
                f -> number(f, 130 + f)
                        .data(d -> new Dataset(
                                d.x(), d.y().times(f % 2 == 0 ? 1e3 : 1e5).plus(f > 1 ? 5e4 : 0))));
        add(
                "the target among the inputs",
                Cause.LEAK,
                f -> number(f, 140 + f)
                        .module(m -> Sequential.mlp(
                                number(f, 0).problem().inputs + 1,
                                List.of(32),
                                1,
                                Activations.RELU,
                                hillock.nn.Init.HE_UNIFORM,
                                Rng.of(f)))
                        .data(d -> new Dataset(
                                Tensor.concat(1, d.x(), d.y().times(0.5).plus(1)), d.y())));
        add(
                "validation rows from the training",
                Cause.DUPLICATES,
                f -> two(f, 150 + f)
                        .data(
                                d -> d,
                                d -> two(f, 0)
                                        .problem()
                                        .rows(500, 2L * (150 + f))
                                        .select(first(60 + 20 * f))));
        add("a wild value", Cause.OUTLIERS, f -> two(f, 160 + f).data(d -> wild(d, 1e5 * (f + 1))));
        add(
                "targets that are noise",
                Cause.UNRELATED_TARGETS,
                f -> two(f, 170 + f).rows(100).epochs(600).data(d -> shuffled(d, f)));
    }

    private void loss() {
        add(
                "softmax before cross-entropy",
                Cause.SOFTMAX_TWICE,
                f -> classes(f, 200 + f).module(m -> Network.with(m, Activations.SOFTMAX)));
        add(
                "sigmoid before bce_with_logits",
                Cause.SIGMOID_TWICE,
                f -> yesNo(f, 210 + f).module(m -> Network.with(m, Activations.SIGMOID)));
        add(
                "cross-entropy of one unit",
                Cause.SOFTMAX_OF_ONE,
                f -> yesNo(f, 220 + f).loss(Loss.CROSS_ENTROPY).data(d -> new Dataset(d.x(), Tensor.zeros(d.rows()))));
        add(
                "an output that cannot reach the targets",
                Cause.OUTPUT_RANGE,
                f -> number(f, 230 + f)
                        .module(m -> Network.with(
                                m,
                                Activation.parse(List.of("relu", "sigmoid", "softplus", "tanh")
                                        .get(f))))
                        .data(d -> new Dataset(d.x(), d.y().times(f == 3 ? 2 : 1))));
        add(
                "targets -1 and 1 for bce",
                Cause.TARGET_NO_PROBABILITY,
                f -> yesNo(f, 240 + f)
                        .data(d -> new Dataset(d.x(), d.y().times(2).minus(1))));
        add(
                "bce without a sigmoid",
                Cause.NO_PROBABILITY,
                f -> yesNo(f, 250 + f).loss(Losses.bce()));
        add(
                "exclusive classes one by one",
                Cause.EXCLUSIVE_CLASSES,
                f -> classes(f, 260 + f)
                        .loss(Loss.BCE_WITH_LOGITS)
                        .data(d -> oneHot(d, classes(f, 0).problem().classes)));
    }

    private void start() {
        add("all weights alike", Cause.SYMMETRIC_WEIGHTS, f -> two(f, 300 + f).module(m -> filled(m, f % 2 * 0.3)));
        add(
                "biases far below 0",
                Cause.BAD_BIASES,
                f -> Network.of(f % 2 == 0 ? Problem.WAVES : Problem.CIRCLE, f < 2 ? "relu" : "relu6", 310 + f, 32, 32)
                        .module(m -> biased(m, -8 - 4 * f)));
        add(
                "weights far too large",
                Cause.WEIGHTS_TOO_LARGE,
                f -> two(f, 320 + f).module(m -> times(m, 12 + 8 * f)));
        add(
                "weights far too small",
                Cause.WEIGHTS_TOO_SMALL,
                f -> Network.of(
                                f % 2 == 0 ? Problem.WAVES : Problem.SECTORS,
                                f < 2 ? "relu" : "tanh",
                                330 + f,
                                32,
                                32,
                                32,
                                32)
                        .optimizer("sgd(lr=0.05)")
                        .module(m -> times(m, 0.05 / (1 + f))));
        add(
                "a deep stack of sigmoids",
                Cause.SATURATING_DEPTH,
                f -> Network.of(
                                List.of(Problem.WAVES, Problem.CIRCLE, Problem.FIVE, Problem.SECTORS)
                                        .get(f),
                                "sigmoid",
                                340 + f,
                                layers(6 + f, 24))
                        .optimizer("sgd(lr=0.1)")
                        .epochs(60));
        add("a layer cut off", Cause.NO_GRADIENT, f -> two(f, 350 + f).module(m -> cut(m, f % 2)));
        add("inputs left unread", Cause.UNUSED_INPUTS, f -> two(f, 360 + f).module(Sick::blinkered));
        add(
                "an activation that is not defined everywhere",
                Cause.OPERATOR_UNDEFINED,
                f -> Network.of(
                        f % 2 == 0 ? Problem.WAVES : Problem.CIRCLE,
                        List.of("log(x)", "sqrt(x)", "log(x + 1)", "x * log(x)").get(f),
                        370 + f,
                        16));
    }

    private void training() {
        add(
                "steps far too long (Adam)",
                Cause.RATE_TOO_HIGH,
                f -> two(f, 400 + f).optimizer("adam(lr=" + (1 + f) + ")"));
        add(
                "steps far too long (SGD)",
                Cause.RATE_TOO_HIGH,
                f -> two(f, 410 + f).optimizer("sgd(lr=" + List.of(5, 80, 3, 60).get(f) + ")"));
        add(
                "steps far too short",
                Cause.RATE_TOO_LOW,
                f -> two(f, 420 + f)
                        .optimizer(List.of("adam(lr=1e-7)", "sgd(lr=1e-5)", "adam(lr=1e-6)", "sgd(lr=1e-6)")
                                .get(f)));
        add(
                "weight decay far too strong",
                Cause.DECAY_TOO_STRONG,
                f -> two(f, 430 + f)
                        .optimizer(f % 2 == 0 ? "adam(lr=0.005, weight_decay=3)" : "adamw(lr=0.005, weight_decay=30)"));
    }

    private void outcome() {
        add(
                "stopped far too early",
                Cause.STILL_FALLING,
                f -> two(f, 500 + f).optimizer("adam(lr=0.002)").epochs(2 + f / 2));
        add(
                "far too small",
                Cause.TOO_SMALL,
                f -> Network.of(
                        List.of(Problem.CIRCLE, Problem.XOR, Problem.SECTORS, Problem.WAVES)
                                .get(f),
                        f % 2 == 0 ? "tanh" : "relu",
                        510 + f,
                        1));
    }

    private static int[] first(int count) {
        return java.util.stream.IntStream.range(0, count).toArray();
    }

    private static Integer[] layers(int count, int width) {
        return java.util.Collections.nCopies(count, width).toArray(new Integer[0]);
    }

    private static Dataset poisoned(Dataset d, boolean input, int form) {
        float[] values = (input ? d.x() : d.y()).toArray();
        for (int i = 0; i <= form; i++) values[(i * 17 + 5) % values.length] = form % 2 == 0 ? Float.NaN : 1f / 0;
        Tensor changed = Tensor.of(values, (input ? d.x() : d.y()).shape().dims());
        return input ? new Dataset(changed, d.y()) : new Dataset(d.x(), changed);
    }

    private static Dataset scaled(Dataset d, int all, int form) {
        int columns = d.x().shape().dim(1);
        float[] factor = new float[columns];
        float[] shift = new float[columns];
        for (int c = 0; c < columns; c++) {
            factor[c] = c == 0 || all == 1 ? 400 * (1 + form) : 1;
            shift[c] = form > 1 && c == 0 ? 2000 : 0;
        }
        Tensor x = d.x().times(Tensor.of(factor, 1, columns)).plus(Tensor.of(shift, 1, columns));
        return new Dataset(x, d.y());
    }

    /// One cell blown up, and the columns standardised again.
    private static Dataset wild(Dataset d, double value) {
        float[] x = d.x().toArray();
        int columns = d.x().shape().dim(1);
        for (int c = 0; c < columns; c++) x[(7 + c) * columns + c] = (float) value;
        Tensor wild = Tensor.of(x, d.rows(), columns);
        Tensor centred = wild.minus(wild.mean(0));
        return new Dataset(centred.div(centred.times(centred).mean(0).map(v -> v.sqrt())), d.y());
    }

    private static Dataset shuffled(Dataset d, int form) {
        return new Dataset(d.x(), d.y().take(Rng.of(900 + form).permutation(d.rows())));
    }

    private static Dataset oneHot(Dataset d, int classes) {
        float[] y = new float[d.rows() * classes];
        float[] numbers = d.y().toArray();
        for (int r = 0; r < d.rows(); r++) y[r * classes + (int) numbers[r]] = 1;
        return new Dataset(d.x(), Tensor.of(y, d.rows(), classes));
    }

    private static Module filled(Module m, double value) {
        Parameters.of(m)
                .values()
                .forEach(p -> p.set(Tensor.full(value, p.value().shape().dims())));
        return m;
    }

    private static Module times(Module m, double factor) {
        Parameters.of(m).values().forEach(p -> p.set(p.value().detach().times(factor)));
        return m;
    }

    private static Module biased(Module m, double bias) {
        List<Module> layers = ((Sequential) m).layers();
        for (Module layer : layers.subList(0, layers.size() - 1))
            if (layer instanceof Linear l) l.bias().set(Tensor.full(bias, l.out()));
        return m;
    }

    /// Lets no gradient through.
    record Cut() implements Module {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x.detach();
        }
    }

    private static Module cut(Module m, int where) {
        List<Module> layers = new ArrayList<>(((Sequential) m).layers());
        layers.add(layers.size() - 1 - where, new Cut());
        return new Sequential(layers);
    }

    /// Sets all inputs but the first to 0.
    record Blinkers() implements Module {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            Tensor first = x.slice(1, 0, 1);
            return Tensor.concat(
                    1, first, Tensor.zeros(x.shape().dim(0), x.shape().dim(1) - 1));
        }
    }

    private static Module blinkered(Module m) {
        return Sequential.of(new Blinkers(), m);
    }
}
