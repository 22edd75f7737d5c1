package hillock.cli.fit;

import hillock.data.BadInput;
import hillock.data.Table;
import hillock.nn.Activation;
import hillock.nn.Init;
import hillock.nn.Losses;
import hillock.nn.Optimizer;
import hillock.nn.Schedules;
import hillock.tabular.Descent;
import hillock.tabular.Division;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.TargetTransform;
import hillock.tabular.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options of `hillock fit` that say what to learn and how.
final class FitOptions {
    private static final String TIME = "write a time such as 60s, 2m or 1h";
    /// Thirty years in nanoseconds still fit into a long.
    private static final double MOST_SECONDS = 1e9;

    @Option(names = "--target", paramLabel = "COLUMN")
    private String target;

    @Option(names = "--task", paramLabel = "TASK")
    private String task;

    @Option(names = "--target-transform", paramLabel = "NAME")
    private String transform = "auto";

    @Option(names = "--drop", paramLabel = "COLUMN")
    private List<String> drop = List.of();

    @Option(names = "--test", paramLabel = "FILE")
    private Path test;

    @Option(names = "--recipe", paramLabel = "NAME")
    private String recipe = "default";

    @Option(names = "--members", paramLabel = "COUNT")
    private Integer members;

    @Option(names = "--hidden", paramLabel = "UNITS")
    private String hidden;

    @Option(names = "--activation", paramLabel = "NAME")
    private String activation;

    @Option(names = "--init", paramLabel = "NAME")
    private String init;

    @Option(names = "--optimizer", paramLabel = "NAME")
    private String optimizer;

    @Option(names = "--loss", paramLabel = "NAME")
    private String loss;

    @Option(names = "--schedule", paramLabel = "NAME")
    private String schedule;

    @Option(names = "--weight-decay", paramLabel = "NUMBER")
    private Double weightDecay;

    @Option(names = "--clip-norm", paramLabel = "NUMBER")
    private Double clipNorm;

    @Option(names = "--clip-value", paramLabel = "NUMBER")
    private Double clipValue;

    @Option(names = "--averaging", paramLabel = "DECAY")
    private Double averaging;

    @Option(names = "--lr", paramLabel = "RATE")
    private String lr;

    @Option(names = "--batch", paramLabel = "ROWS")
    private Integer batch;

    @Option(names = "--epochs", paramLabel = "COUNT")
    private Integer epochs;

    @Option(names = "--time-limit", paramLabel = "TIME")
    private String timeLimit;

    @Option(names = "--seed", paramLabel = "NUMBER")
    private long seed;

    @Option(names = "--threads", paramLabel = "COUNT")
    private Integer threads;

    @Option(names = "--doctor")
    private boolean doctor;

    @Option(names = "--what-if")
    private boolean whatIf;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out;

    Optional<Path> test() {
        return Optional.ofNullable(test);
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /// Whether training is watched for what goes wrong.
    boolean asksDoctor() {
        return doctor || whatIf;
    }

    /// Whether what helps is to be tried.
    boolean triesMends() {
        return whatIf;
    }

    long seed() {
        return seed;
    }

    /// How many threads may work; as many as there are processors if left out.
    Optional<Integer> threads() {
        if (threads != null && threads < 1) throw wrong("--threads", threads, "give a count from 1 on");
        return Optional.ofNullable(threads);
    }

    Study.Question question(Table table, Division division) {
        return new Study.Question(Optional.ofNullable(target), task(), dropped(table), seed, division);
    }

    /// The recipe of that name with what the user said otherwise.
    Recipe recipe() {
        Recipe recipe = named(this.recipe).seed(seed);
        if (members != null) recipe = recipe.members(positive("--members", members));
        if (hidden != null) recipe = recipe.hidden(units(hidden));
        if (activation != null && !triesActivations()) recipe = recipe.activation(Activation.parse(activation));
        if (init != null) recipe = recipe.init(Init.named(init));
        if (optimizer != null) recipe = recipe.optimizer(Optimizer.parse(optimizer));
        if (timeLimit != null) recipe = recipe.timeLimit(time(timeLimit));
        if (epochs != null) recipe = recipe.epochs(positive("--epochs", epochs));
        if (batch != null) recipe = recipe.batch(positive("--batch", batch));
        recipe = recipe.descent(descent());
        return lr == null || findsRate() ? recipe : recipe.lr(rate(lr));
    }

    private Descent descent() {
        Descent descent = Descent.OPEN;
        if (loss != null) {
            Losses.parse(loss);
            descent = descent.loss(loss);
        }
        if (schedule != null) {
            Schedules.parse(schedule);
            descent = descent.schedule(schedule.strip());
        }
        if (weightDecay != null) {
            if (!(weightDecay >= 0) || weightDecay.isInfinite())
                throw wrong("--weight-decay", weightDecay, "give a number from 0 on, say 0.01");
            descent = descent.weightDecay(weightDecay);
        }
        if (clipNorm != null) descent = descent.clipNorm(limit("--clip-norm", clipNorm));
        if (clipValue != null) descent = descent.clipValue(limit("--clip-value", clipValue));
        if (averaging == null) return descent;
        if (!(averaging >= 0 && averaging < 1))
            throw wrong("--averaging", averaging, "give a decay from 0 to below 1, say 0.99");
        return descent.averaging(averaging);
    }

    private static double limit(String option, double most) {
        if (!(most > 0) || Double.isInfinite(most)) throw wrong(option, most, "give a number above 0, say 1");
        return most;
    }

    /// Whether the learning rate is to be found by a range test.
    boolean findsRate() {
        return "auto".equals(lr);
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && Double.isFinite(rate)) return rate;
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong("--lr", text, "give a number above 0, say 0.001, or auto");
    }

    private static Recipe named(String name) {
        return switch (name) {
            case "default" -> Recipe.DEFAULT;
            case "tutorial" -> Recipe.TUTORIAL;
            default -> throw wrong("--recipe", name, "choose default or tutorial");
        };
    }

    /// Whether several activations shall be tried, and the best be taken.
    boolean triesActivations() {
        return "auto".equals(activation);
    }

    /// A limit such as `60s`, `2m`, `1.5h`; a plain number means seconds.
    static Duration time(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?[smh]?")) throw wrong("--time-limit", text, TIME);
        String number = text.replaceFirst("[smh]$", "");
        double unit = text.endsWith("h") ? 3600 : text.endsWith("m") ? 60 : 1;
        double seconds = Double.parseDouble(number) * unit;
        if (seconds == 0 || seconds > MOST_SECONDS) throw wrong("--time-limit", text, TIME);
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /// Units of each hidden layer, `64,64`; `none` for no hidden layer.
    static List<Integer> units(String text) {
        if (text.equals("none")) return List.of();
        try {
            List<Integer> units = Arrays.stream(text.split(",", -1))
                    .map(part -> Integer.valueOf(part.strip()))
                    .toList();
            if (units.stream().allMatch(n -> n > 0)) return units;
        } catch (NumberFormatException e) {
            // told below, with the whole text
        }
        throw wrong("--hidden", text, "write the units of each hidden layer, say 64,64, or none");
    }

    /// Whether the target's logarithm is to be learnt.
    TargetTransform.Choice transform() {
        for (TargetTransform.Choice known : TargetTransform.Choice.values())
            if (known.name().equalsIgnoreCase(transform)) return known;
        throw wrong("--target-transform", transform, "choose none, log or auto");
    }

    private Optional<Task> task() {
        if (task == null) return Optional.empty();
        for (Task known : Task.values())
            if (known.name().equals(task.toUpperCase(Locale.ROOT))) return Optional.of(known);
        throw wrong("--task", task, "choose regression, binary or multiclass");
    }

    /// Several columns may stand in one option with commas between, unless that is the name of a column.
    private List<String> dropped(Table table) {
        List<String> names = new ArrayList<>();
        for (String text : drop) {
            if (table.column(text).isPresent()) names.add(text);
            else Arrays.stream(text.split(",")).map(String::strip).forEach(names::add);
        }
        return names;
    }

    private static int positive(String option, int count) {
        if (count < 1) throw wrong(option, count, "give a count from 1 on");
        return count;
    }

    private static BadInput wrong(String option, Object value, String mend) {
        return new BadInput(option + " cannot be \"" + value + "\": " + mend + ".");
    }
}
