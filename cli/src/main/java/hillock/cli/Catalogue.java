package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Activations;
import hillock.plot.TextStyle;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hillock activations [NAME]`: what there is, or one of them in detail with its plot.
@Command(name = "activations")
final class Catalogue implements Callable<Integer> {
    private static final int WIDEST = 100;
    private static final int PLOT_WIDTH = 80;
    private static final int PLOT_HEIGHT = 14;
    private static final int PLOT_POINTS = 400;
    private static final Interval PLOT_RANGE = new Interval(-6, 6);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "name")
    private String name;

    @Option(names = "--json")
    private boolean json;

    Catalogue(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Language language = console.messages().language();
        if (name == null) {
            List<Activation> all = Activations.all();
            console.out().print(json ? CatalogueJson.of(all, language) + "\n" : list(all));
        } else {
            Activation one = Activation.parse(name);
            console.out().print(json ? CatalogueJson.of(one, language) + "\n" : detail(one));
        }
        return Main.OK;
    }

    private String list(List<Activation> activations) {
        Terminal terminal = Terminal.of(console.env());
        CatalogueText text = text(terminal);
        StringBuilder all = new StringBuilder();
        for (Activation activation : activations) {
            all.append(text.of(activation)).append('\n');
        }
        return all + console.messages().text("activations.more") + "\n";
    }

    private String detail(Activation activation) {
        Terminal terminal = Terminal.of(console.env());
        TextStyle style = TextStyle.of(Math.min(terminal.width(), PLOT_WIDTH), PLOT_HEIGHT)
                .withColour(terminal.colour())
                .withAscii(terminal.plain());
        String plot = ActivationCurve.of(activation, PLOT_RANGE, PLOT_POINTS)
                .figure(console.messages())
                .toText(style);
        String note = switch (activation.form()) {
            case Pointwise _ -> "";
            case Rowwise _ -> console.messages().text("plot.row", activation.name()) + "\n";
        };
        return text(terminal).of(activation) + "\n" + plot + note;
    }

    private CatalogueText text(Terminal terminal) {
        return new CatalogueText(console.messages(), Math.min(terminal.width(), WIDEST), terminal.colour());
    }
}
