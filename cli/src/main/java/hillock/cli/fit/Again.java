package hillock.cli.fit;

import hillock.cli.report.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The command that makes the same model again from the same data: all that was given, and the seed; not
/// what changes only the time or what is shown.
final class Again {
    private static final Set<String> FLAGS = Set.of("--quiet", "--json", "--stacktrace");
    private static final Set<String> WITH_VALUE = Set.of("--threads", "--lang");

    private Again() {}

    /// `hillock fit 'my data.csv' --hidden 32 --seed 0`, for a POSIX shell.
    ///
    /// @param arguments as they were given, without the program's name
    static String command(List<String> arguments, long seed) {
        boolean seeded = arguments.stream().anyMatch(a -> a.equals("--seed") || a.startsWith("--seed="));
        return command(arguments) + (seeded ? "" : " --seed " + seed);
    }

    /// The same for what has a seed of its own.
    static String command(List<String> arguments) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (WITH_VALUE.contains(argument)) i++;
            else if (!FLAGS.contains(argument) && !WITH_VALUE.contains(argument.replaceFirst("=.*", "")))
                all.add(argument);
        }
        return "hillock " + all.stream().map(Shell::argument).collect(Collectors.joining(" "));
    }
}
