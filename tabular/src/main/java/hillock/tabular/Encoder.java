package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Images;
import hillock.data.Numbers;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Fills the row-major values of one table, column after column.
final class Encoder {
    private final Table table;
    private final int features;
    private final float[] values;
    private final Map<String, Integer> unseen = new ConcurrentHashMap<>();
    private final Map<String, Integer> filled = new ConcurrentHashMap<>();

    Encoder(Table table, int features) {
        this.table = table;
        this.features = features;
        this.values = new float[table.rows() * features];
    }

    void add(List<Coding> codings, List<Column> columns) {
        int[] first = new int[codings.size()];
        for (int i = 1; i < first.length; i++)
            first[i] = first[i - 1] + codings.get(i - 1).width();
        InOrder.of(first.length, i -> {
            add(codings.get(i), columns.get(i), first[i]);
            return i;
        });
    }

    /// @param first the first feature of the column
    private void add(Coding coding, Column column, int first) {
        switch (coding) {
            case Coding.Numeric n -> add(n, column, first);
            case Coding.Dates d -> add(d, column, first);
            case Coding.Categorical c -> add(c, column, first);
            case Coding.Means m -> add(m, column, first);
            case Coding.Pixels p -> add(p, column, first);
        }
    }

    Encoded encoded(List<String> ignored) {
        return new Encoded(values, table.rows(), features, unseen, filled, ignored);
    }

    /// The column's numbers, NaN where a cell is missing.
    ///
    /// @throws BadInput where a cell is neither missing nor a finite number
    static double[] numbers(Table table, Column column) {
        double[] x = new double[table.rows()];
        refusePictures(table, column);
        for (int row = 0; row < x.length; row++) {
            x[row] = column.number(row);
            if (Double.isInfinite(x[row])) throw Survey.infinite(table, row, column);
            if (!Double.isNaN(x[row]) || column.isMissing(row)) continue;
            throw unusable(table, row, column, "a number");
        }
        return x;
    }

    /// The column's dates, empty where a cell is missing.
    ///
    /// @throws BadInput where a cell is neither missing nor a date
    static List<Optional<Moment>> moments(Table table, Column column, DateOrder order) {
        refusePictures(table, column);
        List<Optional<Moment>> moments = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Optional<Moment> moment = Dates.parse(column.cells().get(row), order);
            if (moment.isEmpty() && !column.isMissing(row)) throw unusable(table, row, column, order.example());
            moments.add(moment);
        }
        return moments;
    }

    private static void refusePictures(Table table, Column column) {
        if (column.images().isPresent())
            throw new BadInput(table.source() + ": column \"" + column.name()
                    + "\" holds pictures where the model learnt from one number or text a row.");
    }

    private static BadInput unusable(Table table, int row, Column column, String wanted) {
        return new BadInput(table.source() + ", line " + table.line(row) + ": column \"" + column.name()
                + "\" must hold " + wanted + ", but this cell says \""
                + column.cells().get(row)
                + "\"; correct it or write NA for a missing value.");
    }

    private void add(Coding.Numeric coding, Column column, int first) {
        double[] x = numbers(table, column);
        for (int row = 0; row < x.length; row++) {
            coding.write(x[row], values, at(row, first));
            if (Double.isNaN(x[row]) && !coding.indicator()) filled.merge(column.name(), 1, Integer::sum);
        }
    }

    private void add(Coding.Dates coding, Column column, int first) {
        List<Optional<Moment>> moments = moments(table, column, coding.order());
        for (int row = 0; row < table.rows(); row++) {
            coding.write(moments.get(row), values, at(row, first));
            if (moments.get(row).isEmpty() && !coding.indicator()) filled.merge(column.name(), 1, Integer::sum);
        }
    }

    private void add(Coding.Categorical coding, Column column, int first) {
        Map<String, Integer> places = coding.places();
        for (int row = 0; row < table.rows(); row++) {
            String cell = column.cells().get(row);
            if (!coding.write(places, cell, values, at(row, first))) odd(column, cell);
        }
    }

    private void add(Coding.Means coding, Column column, int first) {
        Map<String, Integer> places = coding.places();
        for (int row = 0; row < table.rows(); row++) {
            String cell = column.cells().get(row);
            if (!coding.write(places, cell, values, at(row, first))) odd(column, cell);
        }
    }

    /// Counts a cell such as the training rows did not have.
    private void odd(Column column, String cell) {
        Map<String, Integer> odd = Numbers.isMissing(cell) ? filled : unseen;
        odd.merge(column.name(), 1, Integer::sum);
    }

    private void add(Coding.Pixels coding, Column column, int first) {
        Images images = column.images()
                .orElseThrow(() -> new BadInput(table.source() + ": column \"" + column.name()
                        + "\" holds text where the model learnt from pictures of "
                        + Images.describe(coding.shape()) + " pixels: name an IDX file of such pictures."));
        if (!images.shape().equals(coding.shape()))
            throw new BadInput(table.source() + " holds pictures of " + Images.describe(images.shape())
                    + " pixels, but the model learnt from " + Images.describe(coding.shape())
                    + ": scale them to that.");
        for (int row = 0; row < table.rows(); row++) {
            images.copy(row, values, at(row, first));
            coding.standardise(values, at(row, first));
        }
    }

    /// Where the features of a column begin in a row.
    private int at(int row, int first) {
        return row * features + first;
    }
}
