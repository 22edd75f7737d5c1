package hillock.cli;

import hillock.data.BadInput;
import hillock.nn.Description.Line;
import hillock.nn.Elsewhere;
import hillock.nn.Entry;
import hillock.nn.Entry.Kind;
import hillock.nn.Init;
import hillock.nn.Losses;
import hillock.nn.Optimizer;
import hillock.nn.Schedules;
import hillock.plot.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hillock losses [NAME]`, and the same for optimizers, schedules and initialisers: what there
/// is, or one of them in detail; of a schedule also its picture.
@Command
final class Listing implements Callable<Integer> {
    private static final int WIDEST = 100;
    private static final int LABEL = 14;
    private static final int NAME = 21;
    private static final int PLOT_HEIGHT = 14;
    private static final int PLOT_WIDTH = 80;

    private final Console console;
    private final Kind kind;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "name")
    private String name;

    @Option(names = "--find", paramLabel = "TEXT")
    private String find;

    @Option(names = "--json")
    private boolean json;

    Listing(Console console, Kind kind) {
        this.console = console;
        this.kind = kind;
    }

    /// The command that lists a catalogue.
    static String command(Kind kind) {
        return switch (kind) {
            case LOSS -> "losses";
            case OPTIMIZER -> "optimizers";
            case SCHEDULE -> "schedules";
            case INITIALISER -> "initialisers";
        };
    }

    @Override
    public Integer call() {
        Locale locale = console.messages().language().locale();
        if (name == null) {
            List<Entry> all = Entry.all(kind).stream().filter(this::isWanted).toList();
            if (all.isEmpty()) throw new BadInput(console.messages().text("listing.none", command(kind), find));
            console.out().print(json ? EntryJson.of(all, locale) + "\n" : list(all));
        } else if (json) {
            if (isCourse()) throw new BadInput("--json describes one schedule, not several.");
            console.out().print(EntryJson.of(given(), locale) + "\n");
        } else {
            console.out().print(detail(locale));
        }
        return Main.OK;
    }

    /// Whether several schedules take turns.
    private boolean isCourse() {
        return kind == Kind.SCHEDULE && name.strip().matches(".*\\s(then|\\*)\\s.*");
    }

    private boolean isWanted(Entry e) {
        if (find == null) return true;
        Locale locale = console.messages().language().locale();
        String names = e.facts().elsewhere().stream().map(Elsewhere::name).collect(Collectors.joining("\n"));
        String all = String.join(
                "\n",
                e.name(),
                e.formula(locale),
                names,
                e.facts().source(),
                e.note(locale),
                e.use(locale),
                e.avoid(locale));
        return all.toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT));
    }

    private String list(List<Entry> entries) {
        Terminal terminal = Terminal.of(console.env());
        Ansi ansi = terminal.colour() ? Ansi.ON : Ansi.OFF;
        int width = Math.min(terminal.width(), WIDEST);
        StringBuilder text = new StringBuilder();
        for (Entry e : entries) {
            text.append(ansi.string("@|cyan " + Paragraph.pad(e.name(), NAME) + "|@"))
                    .append(Paragraph.wrap(e.use(console.messages().language().locale()), width, " ".repeat(NAME)))
                    .append('\n');
        }
        return text.append('\n')
                .append(console.messages().text("listing.more", command(kind)))
                .append('\n')
                .toString();
    }

    private String detail(Locale locale) {
        Terminal terminal = Terminal.of(console.env());
        StringBuilder text = new StringBuilder();
        if (!isCourse()) {
            Entry one = given();
            text.append(terminal.bold(one.name())).append('\n');
            for (Line line : one.lines(locale)) {
                text.append(Paragraph.pad("  " + line.label(), LABEL))
                        .append(Paragraph.wrap(line.text(), Math.min(terminal.width(), WIDEST), " ".repeat(LABEL)))
                        .append('\n');
            }
        }
        if (kind == Kind.SCHEDULE) {
            TextStyle style = TextStyle.of(Math.min(terminal.width(), PLOT_WIDTH), PLOT_HEIGHT)
                    .withColour(terminal.colour())
                    .withAscii(terminal.plain());
            text.append('\n')
                    .append(new ScheduleCurve(name.strip())
                            .figure(console.messages())
                            .toText(style));
        }
        return text.toString();
    }

    /// The one that was named, with its settings, which have to be right, too.
    private Entry given() {
        Entry entry = Entry.parse(kind, name);
        if (!entry.isNameable()) return entry;
        switch (kind) {
            case LOSS -> Losses.parse(name);
            case OPTIMIZER -> Optimizer.parse(name);
            case SCHEDULE -> Schedules.parse(name);
            case INITIALISER -> Init.named(name);
        }
        return entry;
    }
}
