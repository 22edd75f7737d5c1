package hillock.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hillock.bench.report.MarkdownReport;
import hillock.bench.report.Results;
import hillock.bench.report.TextReport;
import hillock.bench.task.Size;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command behind `scripts/bench.sh`.
@Command(
        name = "scripts/bench.sh",
        sortOptions = false,
        description =
                "Runs Hillock, and with --peers other libraries, on the same work in turns A B A B, and prints times and"
                        + " the ratio of the other's time to Hillock's.",
        footer = "With --jmh as the first argument JMH runs instead: scripts/bench.sh --jmh [REGEX].")
final class Bench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(
            names = "--peers",
            arity = "0..1",
            fallbackValue = "all",
            paramLabel = "LIST",
            description = "Beside other libraries: all, or those listed, such as --peers=pytorch,openblas.")
    private String peers = "";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Only these works: a name, its beginning, a group such as gemm, or a pattern with *.")
    private List<String> only = List.of();

    @Option(names = "--list", description = "Names the works and ends.")
    private boolean list;

    @Option(names = "--json", description = "The results as JSON on standard output; progress on standard error.")
    private boolean json;

    @Option(names = "--markdown", description = "The results as Markdown tables.")
    private boolean markdown;

    @Option(
            names = "--control",
            description = "A second Hillock as a peer: its ratio should be 1, the spread is the noise.")
    private boolean control;

    @Option(names = "--turns", defaultValue = "9", description = "Turns of each (${DEFAULT-VALUE}).")
    private int turns;

    @Option(names = "--turn-ms", defaultValue = "150", description = "Length of a turn (${DEFAULT-VALUE}).")
    private int turnMillis;

    @Option(names = "--warm-up-ms", defaultValue = "1500", description = "Warming up of each (${DEFAULT-VALUE}).")
    private int warmUpMillis;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Shows what --json wrote there instead of measuring.")
    private List<Path> files = List.of();

    private final PrintStream out;
    private final PrintStream err;

    private Bench(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Runs the command and ends the JVM with its exit code.
    public static void main(String... args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(out, err, args));
    }

    /// Runs the command: 0 if all went well, 1 if results did not agree, 2 if the user asked for what cannot be.
    static int run(PrintStream out, PrintStream err, String... args) {
        return new CommandLine(new Bench(out, err))
                .setOut(new java.io.PrintWriter(out, true, UTF_8))
                .setParameterExceptionHandler((e, all) -> complain(err, e))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof IllegalArgumentException) return complain(err, e);
                    throw e;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        if (!files.isEmpty()) {
            show(files.stream()
                    .flatMap(file -> Results.read(file).outcomes().stream())
                    .toList());
            return 0;
        }
        List<Work> works = Works.named(only).stream().map(this::withPeers).toList();
        if (list) {
            works.forEach(work -> out.println(work.name()));
            return 0;
        }
        return measure(works);
    }

    private int measure(List<Work> works) {
        Race race = new Race(turns, turnMillis * 1_000_000L, warmUpMillis * 1_000_000L);
        double load = Conditions.loadNow();
        List<Outcome> outcomes = new ArrayList<>();
        PrintStream progress = json || markdown ? err : out;
        progress.println(TextReport.HEAD);
        Setup setup = Setup.ofProperties();
        try (Stable stable = new Stable(setup)) {
            for (Work work : works) {
                stable.settle(work.family());
                outcomes.add(
                        work.task() instanceof Size
                                ? DeployedSize.measure(work, setup)
                                : Contest.run(work, stable::racer, race));
                TextReport.lines(outcomes.getLast()).forEach(progress::println);
            }
            Conditions conditions = Conditions.now(load, race, stable.conditions());
            conditions.lines().forEach(progress::println);
            if (json) out.println(new Results(conditions, outcomes).json());
        }
        if (markdown) show(outcomes);
        return outcomes.stream().flatMap(o -> o.standings().stream()).anyMatch(Standing::isWrong) ? 1 : 0;
    }

    private void show(List<Outcome> outcomes) {
        if (markdown) MarkdownReport.lines(outcomes).forEach(out::println);
        else outcomes.forEach(o -> TextReport.lines(o).forEach(out::println));
    }

    private Work withPeers(Work work) {
        Set<Peer> asked = Peer.named(peers);
        List<Entrant> entrants = new ArrayList<>(
                work.entrants().stream().filter(e -> asked.contains(e.peer())).toList());
        if (control) entrants.add(1, entrants.getFirst().variant("again"));
        return work.with(entrants);
    }

    private static int complain(PrintStream err, Exception e) {
        String sentence = e.getMessage().lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
        err.println(sentence + ": scripts/bench.sh --help tells what can be asked for.");
        return 2;
    }
}
