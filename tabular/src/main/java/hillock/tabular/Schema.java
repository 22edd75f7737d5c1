package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Images;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What each input column of a table is. The kinds are decided on all rows; every number that a
/// model uses is fitted later, by [Preparation], on the training rows alone.
///
/// | the column | is |
/// |---|---|
/// | one value in every row, or no value | left out: constant |
/// | numbers only, missing cells aside | [ColumnInfo.Numeric] |
/// | digits only, some with a zero in front (00123), if as texts they are categories | [ColumnInfo.Categorical] |
/// | distinct whole numbers under a name like `id`, `customer_id`, `PassengerId`, `row`, `#` | left out: identifier |
/// | at least 95 % numbers, or all but one | an error that names the text cell |
/// | a repeated text among at most ten whole numbers (0, 1, 2, 3+) | [ColumnInfo.Categorical] |
/// | dates, months or times only, with one reading; 20241231 and its kin | [ColumnInfo.Dates] |
/// | text that differs in every row; more than 20 texts with fewer than two rows each | left out: identifier |
/// | other text | [ColumnInfo.Categorical] |
/// | pictures | [ColumnInfo.Pixels] |
///
/// One value in some rows and nothing in the others is no constant: that a value is there may tell
/// something. Where nothing else is left to learn from, a number that counts the rows is used after all.
///
/// ```java
/// Schema schema = Schema.of(table, "species", List.of("notes"));
/// for (ColumnInfo c : schema.columns()) IO.println(c.name() + ": " + c.describe());
/// ```
///
/// @param columns the inputs in the table's order; the target is not among them
public record Schema(List<ColumnInfo> columns) {
    /// Up to so many different texts may have a single row each.
    private static final int FEW_TEXTS = 20;

    private static final int ROWS_PER_TEXT = 2;
    private static final Pattern ROW_NAME = Pattern.compile(
            "(.*[_ .-])?(id|ids|uuid|guid|index|idx|key|pk)|rowid|row|rows|row[_ ]?(names?|no|nr|num|number)|no\\.?|nr\\.?|#"
                    + "|obs|observation|sample|record|case|serial([_ ]?(no|nr|number))?|unnamed: ?\\d+|column_1");
    /// `PassengerId`, `orderID`.
    private static final Pattern CAMEL_ID = Pattern.compile(".*[a-z0-9]I[dD]");

    public Schema {
        columns = List.copyOf(columns);
    }

    /// Looks at every column but the target.
    ///
    /// @param drop names of columns to leave out
    /// @throws BadInput where `drop` names no column or the target, where a number column holds a
    /// text or an
    ///     infinite number, and where no column is left to learn from
    public static Schema of(Table table, String target, Collection<String> drop) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        for (String name : drop) {
            if (name.equals(target))
                throw new BadInput(
                        "The target \"" + target + "\" cannot be dropped: name another column with --target.");
            if (!names.contains(name))
                throw new BadInput(table.source() + " has no column \"" + name + "\" to drop"
                        + Wording.suggestion(name, names) + ".");
        }
        List<Column> inputs =
                table.columns().stream().filter(c -> !c.name().equals(target)).toList();
        List<ColumnInfo> infos = InOrder.of(inputs.size(), i -> {
            Column column = inputs.get(i);
            return drop.contains(column.name()) ? dropped(column) : look(Survey.of(table, column), true);
        });
        if (infos.stream().noneMatch(ColumnInfo::used)) infos = keepNumbers(table, infos);
        if (infos.stream().noneMatch(ColumnInfo::used)) throw nothingLeft(table, infos);
        return new Schema(infos);
    }

    /// The schema without the column that says which rows belong together: new rows belong to others.
    ///
    /// @throws BadInput where no other column is left to learn from
    Schema without(Division division) {
        if (!(division instanceof Division.Groups groups)) return this;
        List<ColumnInfo> rest = columns.stream()
                .map(c -> c.name().equals(groups.column())
                        ? new ColumnInfo.LeftOut(c.name(), c.missing(), new LeftOutReason.Group())
                        : c)
                .toList();
        if (rest.stream().noneMatch(ColumnInfo::used))
            throw new BadInput("There is no column to learn from beside \"" + groups.column()
                    + "\", which says which rows belong together; add one that says something about the target.");
        return new Schema(rest);
    }

    /// The columns that become numbers.
    public List<ColumnInfo> used() {
        return columns.stream().filter(ColumnInfo::used).toList();
    }

    /// The columns that do not.
    public List<ColumnInfo.LeftOut> leftOut() {
        return columns.stream()
                .filter(ColumnInfo.LeftOut.class::isInstance)
                .map(ColumnInfo.LeftOut.class::cast)
                .toList();
    }

    private static ColumnInfo look(Survey survey, boolean skipRowNumbers) {
        Optional<Images> images = survey.column().images();
        if (images.isPresent())
            return new ColumnInfo.Pixels(survey.name(), images.get().shape());
        if (survey.present() == 0) return leftOut(survey, new LeftOutReason.Empty());
        Optional<String> everywhere = survey.everywhere();
        if (everywhere.isPresent()) return leftOut(survey, new LeftOutReason.Constant("\"" + everywhere.get() + "\""));
        if (survey.isNumeric()) {
            if (survey.isCompactDates()) return dates(survey, DateOrder.CLEAR);
            return survey.hasLeadingZeros() && isCategory(survey) ? category(survey) : numeric(survey, skipRowNumbers);
        }
        return survey.dateOrder().map(order -> dates(survey, order)).orElseGet(() -> text(survey));
    }

    private static ColumnInfo numeric(Survey survey, boolean skipRowNumbers) {
        double[] values = survey.values();
        double mean = Moments.mean(values);
        boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        Arrays.sort(values);
        int distinct = distinct(values);
        double min = values[0];
        double max = values[values.length - 1];
        if (skipRowNumbers && whole && distinct > 1 && distinct == survey.present() && namesRows(survey.name()))
            return leftOut(survey, new LeftOutReason.RowNumbers());
        if (distinct == 1 && survey.missing() == 0)
            return leftOut(survey, new LeftOutReason.Constant(ColumnInfo.text(min)));
        return new ColumnInfo.Numeric(survey.name(), survey.missing(), distinct, min, max, mean, whole);
    }

    /// -0 is 0.
    private static int distinct(double[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) if (i == 0 || sorted[i] != sorted[i - 1]) distinct++;
        return distinct;
    }

    private static ColumnInfo dates(Survey survey, DateOrder order) {
        DateLook look = DateLook.of(survey.counts().keySet(), order);
        return new ColumnInfo.Dates(
                survey.name(), survey.missing(), look.earliest(), look.latest(), order, look.parts());
    }

    private static ColumnInfo text(Survey survey) {
        if (isCategory(survey)) return category(survey);
        int present = survey.present();
        Optional<LeftOutReason.Place> first = Optional.empty();
        if (survey.numbers() * 2 > present)
            first = Optional.of(new LeftOutReason.Place(
                    survey.table().line(survey.firstText()),
                    survey.column().cells().get(survey.firstText())));
        return leftOut(survey, new LeftOutReason.Texts(survey.distinct(), present, first));
    }

    /// Whether enough rows share a text.
    private static boolean isCategory(Survey survey) {
        int distinct = survey.distinct();
        int present = survey.present();
        boolean everyRow = distinct == present && distinct > 1;
        return !everyRow && (distinct <= FEW_TEXTS || distinct * ROWS_PER_TEXT <= present);
    }

    private static ColumnInfo category(Survey survey) {
        return new ColumnInfo.Categorical(survey.name(), survey.missing(), survey.levels());
    }

    /// A table of a row number and a target has nothing else to learn from: then the number is an input.
    private static List<ColumnInfo> keepNumbers(Table table, List<ColumnInfo> infos) {
        List<ColumnInfo> kept = new ArrayList<>();
        for (ColumnInfo info : infos) {
            boolean identifier = info instanceof ColumnInfo.LeftOut l
                    && (l.reason() instanceof LeftOutReason.RowNumbers || l.reason() instanceof LeftOutReason.Texts);
            kept.add(
                    identifier ? look(Survey.of(table, table.column(info.name()).orElseThrow()), false) : info);
        }
        return kept;
    }

    private static BadInput nothingLeft(Table table, List<ColumnInfo> infos) {
        if (infos.isEmpty())
            return new BadInput(
                    table.source() + " has a target but no other column: add at least one column to learn from.");
        ColumnInfo first = infos.getFirst();
        return new BadInput(
                table.source() + " has no column to learn from: \"" + first.name() + "\" is " + first.describe()
                        + (infos.size() > 1 ? ", and the other " + (infos.size() - 1) + " likewise" : "")
                        + "; add a column that says something about the target.");
    }

    private static ColumnInfo.LeftOut leftOut(Survey survey, LeftOutReason reason) {
        return new ColumnInfo.LeftOut(survey.name(), survey.missing(), reason);
    }

    private static ColumnInfo dropped(Column column) {
        int missing = (int) IntStream.range(0, column.cells().size())
                .filter(column::isMissing)
                .count();
        return new ColumnInfo.LeftOut(column.name(), missing, new LeftOutReason.Dropped());
    }

    private static boolean namesRows(String name) {
        return ROW_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                || CAMEL_ID.matcher(name).matches();
    }
}
