package hillock.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hillock.bench.task.Cold;
import hillock.bench.worker.Job.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whole runs of a program, by the clock on the wall. The results are not compared number by number, as each side draws
/// its own start: a run counts if its loss is below a bound.
record ColdRacer(String label, Cold task, List<String> command, int threads, Setup setup) implements Racer {
    /// The racer of that library.
    ///
    /// @throws Absent if it has no such program
    static ColdRacer of(Entrant entrant, Cold task, Setup setup) {
        List<String> command = new ArrayList<>(
                switch (entrant.peer()) {
                    case HILLOCK ->
                        setup.hillock(setup.deployed(), "hillock.bench.cold." + capitalized(task.program()));
                    case PYTORCH -> List.of(setup.python(), setup.pythonFile("cold_" + task.program() + ".py"));
                    case OPENBLAS, DJL, ND4J, SMILE -> throw new Absent("it has no such program");
                });
        command.add(Integer.toString(entrant.threads()));
        return new ColdRacer(entrant.label(), task, command, entrant.threads(), setup);
    }

    /// Nothing to compare, but the run has to end well.
    @Override
    public float[] output() {
        turn(1);
        return new float[0];
    }

    @Override
    public Turn turn(long nanos) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Peer.tune(builder.environment(), threads, setup);
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            int code = process.waitFor();
            long ended = System.nanoTime();
            check(code, text.isEmpty() ? "" : text.lines().toList().getLast());
            return new Turn(1, (ended - begun) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void check(int code, String last) {
        if (code != 0 || !last.startsWith("loss ")) throw new IllegalStateException("exit code " + code + ", " + last);
        double loss = Double.parseDouble(last.substring("loss ".length()));
        if (!(loss < task.bound())) throw new IllegalStateException(last + " instead of less than " + task.bound());
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
