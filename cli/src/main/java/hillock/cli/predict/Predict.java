package hillock.cli.predict;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.data.BadInput;
import hillock.data.Csv;
import hillock.data.Table;
import hillock.io.ModelFolder;
import hillock.tabular.Encoded;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hillock predict DIR FILE`: the table with a column of predictions, as CSV. What was odd about
/// the table is told on standard error.
@Command(name = "predict")
public final class Predict implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE")
    private Path out;

    @Option(names = "--probabilities")
    private boolean probabilities;

    @Option(names = "--interval", paramLabel = "LEVEL")
    private Double interval;

    @Option(names = "--threshold", paramLabel = "P")
    private Double threshold;

    public Predict(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Model read = ModelFolder.read(folder).model();
        Model model = threshold == null ? read : read.threshold(threshold);
        Table table = Table.read(file);
        Encoded rows = model.preparation().apply(table);
        Predictions answers = model.predict(rows);
        SortedMap<Integer, List<String>> outside = model.outside(table);
        Table result = Answered.table(table, model, answers, probabilities, interval(model, answers), outside);
        if (out == null) print(result);
        else Csv.write(out, result);
        new Remarks(console.messages(), model, table, rows, answers, outside)
                .lines()
                .forEach(console.err()::println);
        return Main.OK;
    }

    private Optional<Model.Interval> interval(Model model, Predictions answers) {
        if (interval == null) return Optional.empty();
        if (!(interval > 0 && interval < 1))
            throw new BadInput("--interval cannot be \"" + interval + "\": give a probability below 1, say 0.9.");
        return switch (answers) {
            case Predictions.Numbers n -> Optional.of(model.interval(n, interval));
            case Predictions.Classes _ ->
                throw new BadInput("\"" + model.target().name()
                        + "\" holds classes, for which there are no intervals: use --probabilities.");
        };
    }

    private void print(Table result) {
        try {
            Csv.write(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
