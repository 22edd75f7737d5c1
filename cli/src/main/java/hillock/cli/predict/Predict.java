package hillock.cli.predict;

import hillock.cli.Console;
import hillock.cli.Main;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hillock predict DIR FILE`: the table with a column of predictions, as CSV. What was odd about the table is told on
/// standard error.
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

    public Predict(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Model model = ModelFolder.read(folder).model();
        Table table = Table.read(file);
        Encoded rows = model.preparation().apply(table);
        Predictions answers = model.predict(rows);
        Table result = Answered.table(table, model.target(), answers, probabilities);
        if (out == null) print(result);
        else Csv.write(out, result);
        new Remarks(console.messages(), model, table, rows, answers).lines().forEach(console.err()::println);
        return Main.OK;
    }

    private void print(Table result) {
        try {
            Csv.write(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
