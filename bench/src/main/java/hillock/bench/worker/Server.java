package hillock.bench.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import hillock.bench.task.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A library that waits for orders, one a line on standard input, and answers each with a line on standard output:
///
/// | order | answer |
/// |---|---|
/// | `conditions` | `ok TEXT`: versions and settings |
/// | `prepare TASK VARIANT` | `ok`, or `skip REASON`; a variant is a word, `-` for none |
/// | `output FILE` | `ok COUNT`: so many 32-bit floats, little-endian, were written to the file |
/// | `turn NANOSECONDS` | `ok REPETITIONS SECONDS` |
///
/// Anything that goes wrong is answered by `failed REASON`. At the end of the input the process ends.
public final class Server {
    /// What a library is to the server.
    public interface Library {
        /// Versions and settings, on one line.
        String conditions();

        /// The task made ready.
        ///
        /// @param variant another way to do it, or the empty string
        /// @throws Job.Impossible if the library has no such thing
        Job prepare(Task task, String variant);
    }

    private final Library library;
    private Job job;

    Server(Library library) {
        this.library = library;
    }

    /// Serves until there are no more orders. What the library prints itself goes to standard error.
    public static void serve(Library library) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, UTF_8);
        System.setOut(System.err);
        Server server = new Server(library);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            answers.println(server.answer(order).replaceAll("\\R", " "));
        }
    }

    String answer(String order) {
        String[] words = order.split(" ", -1);
        try {
            return switch (words[0]) {
                case "conditions" -> "ok " + library.conditions();
                case "prepare" -> prepare(words[1], words[2].equals("-") ? "" : words[2]);
                case "output" -> "ok " + write(job.output(), Path.of(order.substring("output ".length())));
                case "turn" -> {
                    Job.Turn turn = job.turn(Long.parseLong(words[1]));
                    yield "ok " + turn.repetitions() + " " + turn.seconds();
                }
                default -> "failed there is no order " + words[0];
            };
        } catch (Job.Impossible e) {
            return "skip " + e.getMessage();
        } catch (Exception | Error e) {
            e.printStackTrace();
            return "failed " + e;
        }
    }

    /// The jar that a class comes from, which tells the version of its library.
    public static String jarOf(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    private String prepare(String task, String variant) {
        job = null;
        job = library.prepare(Task.parse(task), variant);
        return "ok";
    }

    private static int write(float[] numbers, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) channel.write(bytes);
        }
        return numbers.length;
    }
}
