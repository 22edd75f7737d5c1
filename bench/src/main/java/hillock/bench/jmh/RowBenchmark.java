package hillock.bench.jmh;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Model;
import hillock.tabular.Prediction;
import hillock.tabular.Predictions;
import hillock.tabular.Recipe;
import hillock.tabular.Tabular;
import hillock.tensor.Rng;
import hillock.tensor.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One row of seven columns answered by a model: from a map, from a record, and as a table of one row.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowBenchmark {
    private static final int ROWS = 400;
    private static final Map<String, Recipe> RECIPES = Map.of(
            "tutorial", Recipe.TUTORIAL,
            "one", Recipe.DEFAULT.members(1),
            "default", Recipe.DEFAULT);

    /// The columns.
    public record Row(int rank, String sex, Double age, int siblings, int parents, double fare, String port) {}

    private static final Row RECORD = new Row(3, "male", 22.0, 1, 0, 7.25, "S");
    private static final Map<String, Object> VALUES =
            Map.of("rank", 3, "sex", "male", "age", 22.0, "siblings", 1, "parents", 0, "fare", 7.25, "port", "S");

    /// `one` network of the three hidden layers of 256 units of which `default` has eight.
    @Param({"tutorial", "one", "default"})
    public String recipe;

    private Model model;
    private Table table;

    @Setup
    public void setUp() {
        Threads.use(1);
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < 8; i++) cells.add(new ArrayList<>());
        Rng rng = Rng.of(1);
        for (int i = 0; i < ROWS; i++) {
            cells.get(0).add(Integer.toString(1 + rng.nextInt(3)));
            cells.get(1).add(rng.nextInt(2) == 0 ? "male" : "female");
            cells.get(2).add(i % 5 == 0 ? "" : Double.toString(rng.uniform(1, 80)));
            cells.get(3).add(Integer.toString(rng.nextInt(6)));
            cells.get(4).add(Integer.toString(rng.nextInt(5)));
            cells.get(5).add(Double.toString(rng.uniform(5, 90)));
            cells.get(6).add(List.of("S", "C", "Q").get(rng.nextInt(3)));
            cells.get(7).add(rng.uniform() < 0.4 ? "yes" : "no");
        }
        List<String> names = List.of("rank", "sex", "age", "siblings", "parents", "fare", "port", "survived");
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 8; i++) columns.add(new Column(names.get(i), cells.get(i)));
        Table all = Table.of("made up", columns);
        model = Tabular.fit(all, "survived", RECIPES.get(recipe).epochs(2)).model();
        table = all.select(new int[] {0});
    }

    @Benchmark
    public Prediction map() {
        return model.predict(VALUES);
    }

    @Benchmark
    public Prediction record() {
        return model.predict(RECORD);
    }

    @Benchmark
    public Predictions tableOfOneRow() {
        return model.predict(table);
    }
}
