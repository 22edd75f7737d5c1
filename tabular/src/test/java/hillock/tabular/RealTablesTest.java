package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The linear baseline beside scikit-learn's Ridge and LogisticRegression, on the folds of ../shared/data.
class RealTablesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            iris,          species,     -,                                                        MULTICLASS, 0.9533, 0.1555
            wine,          cultivar,    -,                                                        MULTICLASS, 0.9833, 0.0611
            breast_cancer, diagnosis,   -,                                                        BINARY,     0.9737, 0.0763
            penguins,      species,     -,                                                        MULTICLASS, 0.9884, 0.0372
            titanic,       survived,    alive class embark_town who adult_male deck alone,        BINARY,     0.7980, 0.4478
            pima_diabetes, diabetes,    -,                                                        BINARY,     0.7747, 0.4855
            digits,        digit,       -,                                                        MULTICLASS, 0.9711, 0.1002
            diabetes,      progression, -,                                                        REGRESSION, 0.4791, 54.827
            mpg,           mpg,         name,                                                     REGRESSION, 0.8148, 3.3493
            tips,          tip,         -,                                                        REGRESSION, 0.3839, 1.0438
            """)
    void asGoodAsScikitLearn(String name, String target, String drop, Task task, double good, double loss) {
        Table all = Tables.read(Tables.shared("data/" + name + ".csv"));
        Target decided = Target.of(all, target);
        assertThat(decided.task()).as(decided.why()).isEqualTo(task);
        List<String> dropped = drop == null ? List.of() : List.of(drop.split(" "));
        Table table = decided.labelled(all);
        Schema schema = Schema.of(table, target, dropped);
        List<String> fold = Tables.read(Tables.shared("data/folds/" + name + ".csv"))
                .columns()
                .getFirst()
                .cells();
        double goodHere = 0;
        double lossHere = 0;
        for (int k = 0; k < 5; k++) {
            String held = Integer.toString(k);
            Scores scores = score(
                    decided,
                    schema,
                    part(table, i -> !fold.get(i).equals(held)),
                    part(table, i -> fold.get(i).equals(held)));
            goodHere += scores.get(task.isClassification() ? "accuracy" : "r2") / 5;
            lossHere += scores.get(task.isClassification() ? "log_loss" : "rmse") / 5;
        }
        IO.println(String.format(
                Locale.ROOT,
                "%-14s %s %.4f (scikit-learn %.4f)  %s %.4f (%.4f)",
                name,
                task.isClassification() ? "accuracy" : "r2      ",
                goodHere,
                good,
                task.isClassification() ? "log_loss" : "rmse    ",
                lossHere,
                loss));
        assertThat(goodHere).isGreaterThan(good - 0.015);
        assertThat(lossHere).isLessThan(loss * 1.06);
    }

    private static Scores score(Target target, Schema schema, Table training, Table validation) {
        Preparation preparation = Preparation.of(schema, training);
        TargetEncoding encoding = TargetEncoding.of(target, training);
        Encoded x = preparation.apply(training);
        Encoded held = preparation.apply(validation);
        if (target.task() == Task.REGRESSION)
            return Metrics.regression(
                    encoding.numbers(validation),
                    Baseline.linear(x, encoding.numbers(training)).numbers(held));
        int classes = encoding.classes().size();
        Baseline linear = Baseline.linear(x, encoding.classIndices(training), classes);
        return Metrics.classification(encoding.classIndices(validation), linear.probabilities(held));
    }

    private static Table part(Table table, IntPredicate rows) {
        return table.select(IntStream.range(0, table.rows()).filter(rows).toArray());
    }
}
