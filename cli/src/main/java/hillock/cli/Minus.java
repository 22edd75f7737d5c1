package hillock.cli;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/// Formulas and numbers that begin with a minus, which look like options: `hillock plot "-x * sigmoid(x)"`.
final class Minus {
    private Minus() {}

    /// Lets them pass as what the command takes; each name then has to be looked at by [#checkName].
    static void allow(CommandSpec spec) {
        spec.parser().unmatchedOptionsArePositionalParams(true);
    }

    /// The name or formula that was typed.
    ///
    /// @throws UnmatchedArgumentException if it is an option that the command does not have
    static String checkName(CommandSpec spec, String typed) {
        if (typed.matches("--?[a-zA-Z][\\w-]*(=.*)?") && !typed.equals("-x")) {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(typed));
        }
        return typed;
    }

    /// The same for a command that takes one name, so that what follows an unknown option is not
    /// complained about.
    static final class OneName implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> args, ArgSpec name, CommandSpec spec) {
            name.setValue(checkName(spec, args.pop()));
        }
    }
}
