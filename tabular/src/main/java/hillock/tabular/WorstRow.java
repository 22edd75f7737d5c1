package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// A row of those that judged which the network answered badly: one to look at, since it may be
/// wrong itself.
///
/// ```java
/// WorstRow.of(fitted, 10).getFirst().line();   // where to look in the file
/// ```
///
/// @param line of the row in the file, counted from 1
/// @param values of the columns that the network learns from
/// @param actual what the table says
/// @param given what the network says
/// @param error for a number, given − actual; for a class 1 − the probability of the true one
public record WorstRow(int line, SequencedMap<String, String> values, String actual, String given, double error) {
    public WorstRow {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// The rows with the greatest error, or with the least probability of the truth, the worst first.
    /// Of classes only those that were answered wrongly.
    public static List<WorstRow> of(Fitted fitted, int most) {
        Table rows = fitted.study().validation();
        TargetEncoding target = fitted.judged().target();
        Predictions answers = fitted.network().predictions();
        double[] errors = errors(Known.of(target, rows), answers);
        Column truth = rows.column(target.name()).orElseThrow();
        List<Column> inputs = fitted.judged().preparation().codings().stream()
                .map(coding -> rows.column(coding.name()).orElseThrow())
                .toList();
        return IntStream.range(0, errors.length)
                .boxed()
                .filter(row -> errors[row] != 0)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(errors[row])))
                .limit(most)
                .map(row -> {
                    SequencedMap<String, String> values = new LinkedHashMap<>();
                    for (Column column : inputs)
                        values.put(column.name(), column.cells().get(row));
                    return new WorstRow(
                            rows.line(row), values, truth.cells().get(row), given(answers, row), errors[row]);
                })
                .toList();
    }

    /// 0 where the answer is right.
    private static double[] errors(Known known, Predictions answers) {
        return switch (known) {
            case Known.Numbers n -> {
                double[] given = ((Predictions.Numbers) answers).values();
                yield IntStream.range(0, given.length)
                        .mapToDouble(i -> given[i] - n.values()[i])
                        .toArray();
            }
            case Known.Classes c -> {
                Predictions.Classes given = (Predictions.Classes) answers;
                double[][] p = given.probabilities();
                yield IntStream.range(0, p.length)
                        .mapToDouble(i -> given.decided()[i] == c.classes()[i] ? 0 : 1 - p[i][c.classes()[i]])
                        .toArray();
            }
        };
    }

    private static String given(Predictions answers, int row) {
        return switch (answers) {
            case Predictions.Numbers n -> ColumnInfo.text(n.values()[row]);
            case Predictions.Classes c -> c.label(row);
        };
    }
}
