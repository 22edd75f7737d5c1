package hillock.bench;

import hillock.bench.task.Task;
import hillock.data.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All that is measured.
final class Works {
    private static final List<String> PRODUCTS =
            List.of("32", "64", "128", "256", "512", "1024", "128x784x256", "128x256x128", "256x64x512", "256x512x512");
    private static final List<String> FUNCTIONS = List.of(
            "relu", "leaky_relu", "sigmoid", "tanh", "elu", "gelu", "gelu_tanh", "silu", "mish", "softplus", "softmax");
    private static final Set<String> IN_ND4J =
            Set.of("relu", "leaky_relu", "sigmoid", "tanh", "elu", "softplus", "softmax");
    private static final List<String> FORMS = List.of("forward", "forward-into", "gradient", "gradient-into");
    private static final List<Integer> POWERS = List.of(3, 5, 6, 7);
    private static final List<String> STEPS = List.of("1-32-32-1", "784-256-128-10", "64-512-512-512-1");
    private static final List<String> INFERENCES = List.of("784-256-128-10", "4-16-3");

    private Works() {}

    static List<Work> all() {
        List<Work> works = new ArrayList<>();
        works.add(new Work("peak", "gemm", "gemm", Task.parse("peak"), Tolerance.NONE, entrants()));
        for (String shape : PRODUCTS) products(shape).forEach(works::add);
        for (String function : FUNCTIONS) {
            for (int power : POWERS) for (String form : FORMS) works.add(pointwise(function, power, form));
        }
        for (String widths : STEPS) works.add(step(widths));
        for (String widths : STEPS.subList(1, 3)) works.add(twoThreads(widths));
        for (String widths : INFERENCES) works.add(inference(widths));
        for (String program : List.of("sine", "digits")) works.add(cold(program));
        works.add(new Work(
                "size",
                "size",
                "size",
                Task.parse("size"),
                Tolerance.NONE,
                entrants(Entrant.of(Peer.DJL), Entrant.of(Peer.ND4J), Entrant.of(Peer.SMILE))));
        return works;
    }

    /// Those that are meant by one of these words, in the order of [#all]; all of them if there are no words.
    ///
    /// @throws IllegalArgumentException if a word means none
    static List<Work> named(List<String> words) {
        List<Work> all = all();
        for (String word : words) {
            if (all.stream().noneMatch(work -> work.isMeant(word))) {
                String near = Names.nearest(word, all.stream().map(Work::name).toList())
                        .map(name -> " (did you mean " + name + "?)")
                        .orElse("");
                throw new IllegalArgumentException(
                        "There is no work " + Names.quote(word) + near + ", --list names them");
            }
        }
        return all.stream()
                .filter(work -> words.isEmpty() || words.stream().anyMatch(work::isMeant))
                .toList();
    }

    private static Stream<Work> products(String shape) {
        Stream<String> forms = shape.contains("x") ? Stream.of("", "-dx", "-dw") : Stream.of("");
        return forms.map(form -> {
            String name = "gemm-" + shape + form;
            // The sum of k products of numbers in ±1, in any order.
            double longest = Stream.of(shape.split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
            Tolerance rounding = new Tolerance(1e-5, longest * 0x1p-24);
            return new Work(
                    name,
                    "gemm",
                    "gemm",
                    Task.parse(name),
                    rounding,
                    entrants(Entrant.of(Peer.OPENBLAS), Entrant.of(Peer.DJL), Entrant.of(Peer.ND4J)));
        });
    }

    private static Work pointwise(String function, int power, String form) {
        String name = function + "-1e" + power + "-" + form;
        Tolerance rounding = new Tolerance(1e-5, 2e-6);
        List<Entrant> entrants = new ArrayList<>(entrants(Entrant.of(Peer.PYTORCH)));
        if (form.equals("forward") && !function.equals("gelu_tanh")) entrants.add(Entrant.of(Peer.DJL));
        if (form.equals("forward") && IN_ND4J.contains(function)) entrants.add(Entrant.of(Peer.ND4J));
        return new Work(name, "pointwise", function, Task.parse(name), rounding, entrants);
    }

    private static Work step(String widths) {
        String name = "step-" + widths;
        Entrant pytorch = Entrant.of(Peer.PYTORCH);
        return new Work(
                name,
                "step",
                name,
                Task.parse(name),
                LOSSES,
                entrants(pytorch, pytorch.variant("foreach"), Entrant.of(Peer.DJL), Entrant.of(Peer.ND4J), SMILE));
    }

    private static Work twoThreads(String widths) {
        String name = "step-" + widths;
        Entrant hillock = Entrant.of(Peer.HILLOCK);
        Entrant pytorch = Entrant.of(Peer.PYTORCH).threads(2);
        return new Work(
                name + "-2threads",
                "step",
                name + "-2threads",
                Task.parse(name),
                LOSSES,
                List.of(hillock.threads(2), hillock, pytorch, pytorch.variant("foreach")));
    }

    private static Work inference(String widths) {
        String name = "infer-" + widths;
        Entrant pytorch = Entrant.of(Peer.PYTORCH);
        return new Work(
                name,
                "infer",
                name,
                Task.parse(name),
                new Tolerance(1e-4, 1e-5),
                entrants(pytorch, pytorch.variant("script"), Entrant.of(Peer.DJL), SMILE));
    }

    private static Work cold(String program) {
        String name = "cold-" + program;
        return new Work(name, "cold", name, Task.parse(name), Tolerance.NONE, entrants(Entrant.of(Peer.PYTORCH)));
    }

    private static final Entrant SMILE =
            Entrant.of(Peer.SMILE).different("its own start and RMSProp, row by row: results not compared");

    /// Losses of ten steps: rounding grows on the way.
    private static final Tolerance LOSSES = new Tolerance(2e-3, 1e-5);

    private static List<Entrant> entrants(Entrant... others) {
        return Stream.concat(Stream.of(Entrant.of(Peer.HILLOCK)), Stream.of(others))
                .toList();
    }
}
