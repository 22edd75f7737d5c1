package hillock.cli.doctor;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.cli.Paragraph;
import hillock.cli.Terminal;
import hillock.cli.report.Numerals;
import hillock.cli.report.Shell;
import hillock.data.BadInput;
import hillock.data.Dataset;
import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.io.ModelFolder;
import hillock.tabular.Model;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `hillock doctor DIR [FILE]`: examines a trained network: what its weights prove, and with a table what its units do
/// on the rows.
@Command(name = "doctor")
public final class Examine implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    private Path folder;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--json")
    private boolean json;

    public Examine(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Model model = ModelFolder.read(folder).model();
        Optional<Dataset> rows = Optional.ofNullable(file).map(f -> rows(model, Table.read(f)));
        Diagnosis diagnosis = rows.map(r -> Doctor.examine(
                        model.network(),
                        model.target().task().loss(),
                        r,
                        model.preparation().features()))
                .orElseGet(() -> Doctor.examine(
                        model.network(),
                        InputRanges.of(model.preparation()),
                        model.preparation().features()));
        if (json) console.out().println(json(diagnosis, rows));
        else tell(model, diagnosis, rows);
        return diagnosis.isHealthy() ? Main.OK : Main.UNHEALTHY;
    }

    private static Dataset rows(Model model, Table table) {
        Dataset rows = model.dataset(table);
        if (rows.rows() == 0)
            throw new BadInput(
                    table.source() + " has no row with a \"" + model.target().name()
                            + "\": the doctor compares the answers with it; leave the table out to look at the weights alone.");
        return rows;
    }

    private void tell(Model model, Diagnosis diagnosis, Optional<Dataset> rows) {
        PrintStream out = console.out();
        Terminal terminal = Terminal.of(console.env());
        String network = model.architecture().describe();
        out.println(terminal.bold(console.messages().text("doctor.network", folder, network)));
        String about = rows.map(r -> console.messages().text("doctor.rows", Numerals.count(r.rows())))
                .orElseGet(() -> console.messages().text("doctor.weights", (int) InputRanges.DEVIATIONS));
        out.println(Paragraph.wrap(about, terminal.width(), ""));
        // On a line of its own, which is not broken.
        if (rows.isEmpty()) out.println("  hillock doctor " + Shell.quote(folder.toString()) + " data.csv");
        out.println();
        new DiagnosisText(console.messages(), terminal).lines(diagnosis).forEach(out::println);
    }

    /// `model`, `rows` (`null` without a table), `healthy` and `findings`.
    private String json(Diagnosis diagnosis, Optional<Dataset> rows) {
        Locale locale = console.messages().language().locale();
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("model", folder.toString());
        rows.ifPresentOrElse(r -> root.put("rows", r.rows()), () -> root.putNull("rows"));
        root.put("healthy", diagnosis.isHealthy());
        root.set("findings", DiagnosisJson.findings(diagnosis, locale));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
