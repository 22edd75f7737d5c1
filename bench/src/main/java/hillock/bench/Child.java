package hillock.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import hillock.bench.worker.Job.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A library in a process of its own, which takes orders by the protocol of [hillock.bench.worker.Server].
final class Child implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final Path complaints;
    private final Path numbers;

    /// Starts the library.
    ///
    /// @throws Racer.Absent if it does not answer
    Child(Setup setup, Peer peer, int threads) {
        try {
            if (peer.isResolved()) setup.resolve(peer);
            complaints = Files.createTempFile("hillock-bench-", ".log");
            numbers = Files.createTempFile("hillock-bench-", ".floats");
            ProcessBuilder builder = new ProcessBuilder(peer.command(setup, threads));
            Peer.tune(builder.environment(), threads, setup);
            process = builder.redirectError(complaints.toFile()).start();
        } catch (IOException e) {
            throw new Racer.Absent(e.getMessage() + ": " + peer.remedy());
        }
        orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        answers = process.inputReader(UTF_8);
        try {
            conditions();
        } catch (IllegalStateException e) {
            close();
            throw new Racer.Absent(e.getMessage() + ": " + peer.remedy());
        }
    }

    /// Versions and settings.
    String conditions() {
        return ask("conditions");
    }

    /// The task made ready, until the next one is.
    ///
    /// @throws Racer.Absent if the library cannot do it
    Racer prepare(String label, String task, String variant) {
        ask("prepare " + task + " " + (variant.isEmpty() ? "-" : variant));
        return new Racer() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public float[] output() {
                ask("output " + numbers);
                return floats(numbers);
            }

            @Override
            public Turn turn(long nanos) {
                String[] words = ask("turn " + nanos).split(" ", -1);
                return new Turn(Long.parseLong(words[0]), Double.parseDouble(words[1]));
            }

            @Override
            public double waited() {
                return Waiting.seconds(process.pid());
            }
        };
    }

    private String ask(String order) {
        orders.println(order);
        String answer;
        try {
            answer = answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer == null) throw new IllegalStateException(lastComplaint());
        String rest = answer.substring(Math.min(answer.length(), answer.indexOf(' ') + 1));
        if (answer.startsWith("skip ")) throw new Racer.Absent(rest);
        if (answer.startsWith("failed ")) throw new IllegalStateException(rest);
        return rest;
    }

    private String lastComplaint() {
        try {
            List<String> lines = Files.readAllLines(complaints).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .toList();
            return lines.isEmpty() ? "it ended without a word" : lines.getLast().strip();
        } catch (IOException e) {
            return "it ended, and " + complaints + " cannot be read";
        }
    }

    private static float[] floats(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] floats = new float[bytes.remaining() / 4];
            bytes.asFloatBuffer().get(floats);
            return floats;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
            Files.deleteIfExists(complaints);
            Files.deleteIfExists(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
