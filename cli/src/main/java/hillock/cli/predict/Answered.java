package hillock.cli.predict;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import hillock.tabular.TargetEncoding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/// A table with the answers of a model: its own columns, then `TARGET predicted`, then, if asked for,
/// `p(CLASS)` for each class, or `TARGET low` and `TARGET high`; at last, where there are such rows, in
/// which columns a row is outside the range of the rows that the model learnt from.
final class Answered {
    /// As many digits as the network's single precision tells.
    private static final MathContext DIGITS = new MathContext(7);

    private Answered() {}

    static Table table(
            Table table,
            Model model,
            Predictions answers,
            boolean probabilities,
            Optional<Model.Interval> interval,
            SortedMap<Integer, List<String>> outside) {
        TargetEncoding target = model.target();
        List<Column> columns = new ArrayList<>(table.columns());
        switch (answers) {
            case Predictions.Numbers n -> add(columns, target.name() + " predicted", numbers(n.values()));
            case Predictions.Classes c -> {
                add(columns, target.name() + " predicted", labels(c));
                if (!probabilities) break;
                for (int k = 0; k < c.labels().size(); k++)
                    add(columns, "p(" + c.labels().get(k) + ")", numbers(column(c.probabilities(), k)));
            }
        }
        interval.ifPresent(i -> {
            add(columns, target.name() + " low", numbers(i.low()));
            add(columns, target.name() + " high", numbers(i.high()));
        });
        if (!outside.isEmpty())
            add(
                    columns,
                    "outside training range",
                    IntStream.range(0, table.rows())
                            .mapToObj(row -> String.join("; ", outside.getOrDefault(row, List.of())))
                            .toList());
        return Table.of(table.source(), columns);
    }

    /// Under a name that the table does not have yet: what was predicted once may be predicted again.
    private static void add(List<Column> columns, String wanted, List<String> cells) {
        List<String> taken = columns.stream().map(Column::name).toList();
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) name = wanted + " " + i;
        columns.add(new Column(name, cells));
    }

    private static List<String> labels(Predictions.Classes classes) {
        return IntStream.range(0, classes.rows()).mapToObj(classes::label).toList();
    }

    private static List<String> numbers(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> number(values[i]))
                .toList();
    }

    private static double[] column(double[][] rows, int k) {
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) column[i] = rows[i][k];
        return column;
    }

    /// Without an exponent unless the number is very small or large.
    static String number(double value) {
        if (!Double.isFinite(value)) return String.valueOf(value);
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e15 ? rounded.toPlainString() : rounded.toString();
    }
}
