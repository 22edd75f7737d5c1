package hillock.cli;

import hillock.data.BadInput;
import hillock.nn.Activation;
import hillock.nn.Activation.Rowwise;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `hillock eval NAME VALUES…`: the values of an activation, and its derivative, at some numbers.
@Command(name = "eval")
final class Eval implements Callable<Integer> {
    // Their Jacobian matrix has 16 million numbers.
    private static final int LONGEST_ROW = 4000;

    private final Console console;
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "VALUE", descriptionKey = "values")
    private List<String> values;

    @Option(names = "--derivative")
    private boolean derivative;

    @Option(names = "--json")
    private boolean json;

    Eval(Console console) {
        this.console = console;
    }

    @Spec
    void spec(CommandSpec spec) {
        this.spec = spec;
        Minus.allow(spec);
    }

    @Override
    public Integer call() {
        Activation activation = Activation.parse(Minus.checkName(spec, name));
        float[] x = new float[values.size()];
        for (int i = 0; i < x.length; i++) x[i] = number(values.get(i));
        boolean withSlopes = derivative || json;
        if (withSlopes && activation.form() instanceof Rowwise && x.length > LONGEST_ROW) {
            throw new ParameterException(
                    spec.commandLine(), console.messages().text("eval.jacobian", x.length, LONGEST_ROW));
        }
        Evaluation evaluation = Evaluation.of(activation, x, withSlopes);
        if (json) console.out().println(EvaluationJson.of(name.strip(), evaluation));
        else console.out().print(EvaluationText.of(evaluation, derivative));
        return Main.OK;
    }

    private float number(String typed) {
        double value = NumberText.parse(typed).orElseThrow(() -> {
            boolean option =
                    typed.matches("--?[a-zA-Z].*") && !spec.optionsMap().containsKey(typed);
            return option
                    ? new UnmatchedArgumentException(spec.commandLine(), List.of(typed))
                    : new BadInput(console.messages().text("eval.number", typed));
        });
        return (float) value;
    }
}
