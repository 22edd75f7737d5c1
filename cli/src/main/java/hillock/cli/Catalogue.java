package hillock.cli;

import hillock.data.BadInput;
import hillock.expr.Source;
import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activations;
import hillock.nn.Description;
import hillock.nn.Elsewhere;
import hillock.nn.Traits;
import hillock.plot.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hillock activations [NAME]`: what there is, or one of them in detail with its plot.
@Command(name = "activations")
final class Catalogue implements Callable<Integer> {
    private static final int WIDEST = 100;
    private static final int PLOT_WIDTH = 80;
    private static final int PLOT_HEIGHT = 14;
    private static final int PLOT_POINTS = 400;
    private static final Interval PLOT_RANGE = new Interval(-6, 6);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "name", parameterConsumer = Minus.OneName.class)
    private String name;

    @Option(names = "--find", paramLabel = "TEXT")
    private String find;

    @Option(names = "--sort", paramLabel = "BY")
    private Order sort;

    /// By what the list is sorted.
    enum Order {
        NAME(Comparator.comparing(Activation::name)),
        SLOPE(Comparator.comparingDouble(Order::largestSlope)),
        GAIN(Comparator.comparingDouble(Activation::gain));

        private final Comparator<Activation> comparator;

        Order(Comparator<Activation> comparator) {
            this.comparator = comparator;
        }

        private static double largestSlope(Activation a) {
            return a.form() instanceof Pointwise ? Traits.of(a).lipschitz() : Double.POSITIVE_INFINITY;
        }
    }

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--formula")
    private boolean formula;

    @Option(names = "--code", paramLabel = "LANGUAGE")
    private Source.Language code;

    private CommandSpec spec;

    Catalogue(Console console) {
        this.console = console;
    }

    @Spec
    void spec(CommandSpec spec) {
        this.spec = spec;
        Minus.allow(spec);
    }

    @Override
    public Integer call() {
        Language language = console.messages().language();
        if (name == null) {
            if (code != null) {
                throw new ParameterException(
                        spec.commandLine(), console.messages().text("activations.code.name"));
            }
            List<Activation> all = chosen();
            if (all.isEmpty()) throw new BadInput(console.messages().text("activations.none", find));
            console.out().print(json ? CatalogueJson.of(all, language) + "\n" : list(all));
        } else {
            Activation one = Activation.parse(name);
            if (code != null) console.out().print(source(one));
            else console.out().print(json ? CatalogueJson.of(one, language) + "\n" : detail(one));
        }
        return Main.OK;
    }

    private List<Activation> chosen() {
        Stream<Activation> found = Activations.all().stream().filter(a -> find == null || contains(a, find));
        return (sort == null ? found : found.sorted(sort.comparator)).toList();
    }

    private boolean contains(Activation a, String text) {
        Description d = Description.of(a, console.messages().language().locale());
        String names = a.facts().elsewhere().stream().map(Elsewhere::name).collect(Collectors.joining("\n"));
        String all = String.join("\n", a.name(), d.formula(), names, d.source(), d.note(), d.use(), d.avoid());
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private String list(List<Activation> activations) {
        Terminal terminal = Terminal.of(console.env());
        CatalogueText text = text(terminal);
        return text.table(activations) + "\n" + console.messages().text("activations.more") + "\n";
    }

    private String detail(Activation activation) {
        Terminal terminal = Terminal.of(console.env());
        TextStyle style = TextStyle.of(Math.min(terminal.width(), PLOT_WIDTH), PLOT_HEIGHT)
                .withColour(terminal.colour())
                .withAscii(terminal.plain());
        String plot = ActivationCurve.of(activation, PLOT_RANGE, PLOT_POINTS, false)
                .figure(console.messages())
                .toText(style);
        String note = ActivationCurve.note(activation, console.messages());
        String latex = formula ? text(terminal).latex(activation) + "\n" : "";
        return text(terminal).of(activation) + "\n" + latex + plot + (note.isEmpty() ? "" : note + "\n");
    }

    private String source(Activation activation) {
        return switch (activation.form()) {
            case Pointwise _ -> Source.of(code, activation.text(), activation.formula());
            case Rowwise _ -> throw new BadInput(console.messages().text("activations.code.row", activation.name()));
        };
    }

    private CatalogueText text(Terminal terminal) {
        return new CatalogueText(console.messages(), Math.min(terminal.width(), WIDEST), terminal.colour());
    }
}
