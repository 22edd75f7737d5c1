package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a table looks like before anything is learnt from it: each column, and what a person
/// should know before trusting the result. Nothing is changed by it.
///
/// ```java
/// Study study = Study.of(Csv.read(Path.of("titanic.csv")), question);
/// for (Caution caution : TableReport.of(study).cautions()) IO.println(caution);   // Leak[name=alive, way=COPY,
/// share=1.0]
/// ```
///
/// @param columns the inputs and the columns left out, in the table's order
/// @param target the spread of the target; empty for classes
/// @param cautions the serious ones first
public record TableReport(List<ColumnProfile> columns, Optional<Spread> target, List<Caution> cautions) {
    private static final int MOST_SHUFFLED = 100_000;
    /// Columns that depend on each other repeat themselves more often than shuffled ones.
    private static final int FEW_TIMES = 2;

    public TableReport {
        columns = List.copyOf(columns);
        cautions = List.copyOf(cautions);
    }

    /// Looks at all rows that have a target.
    public static TableReport of(Study study) {
        Table rows = study.source();
        List<ColumnInfo> infos = study.schema().columns();
        List<ColumnProfile> columns = InOrder.of(infos.size(), i -> {
            Column column = rows.column(infos.get(i).name()).orElseThrow();
            return ColumnProfile.of(infos.get(i), column, rows.rows());
        });
        List<Caution> cautions = new ArrayList<>(Leaks.of(study));
        duplicates(study).ifPresent(cautions::add);
        columns.forEach(column -> cautions.addAll(column.cautions()));
        Caution.Spellings.of(study.target().name(), study.target().classes()).ifPresent(cautions::add);
        if (!study.target().task().isClassification()) cautions.addAll(target(study.target(), sorted(study)));
        cautions.sort(Comparator.comparing(caution -> !caution.serious()));
        return new TableReport(columns, target(study), cautions);
    }

    /// What is odd about one column, leaks included.
    public List<Caution> cautions(String column) {
        return cautions.stream()
                .filter(c -> c.column().filter(column::equals).isPresent())
                .toList();
    }

    private static List<Caution> target(Target target, double[] sorted) {
        List<Caution> cautions = new ArrayList<>(Sentinels.numbers(target.name(), sorted));
        // A number that may stand for nothing has been told, and a logarithm brings large ones near.
        if (cautions.isEmpty() && target.transform() == TargetTransform.NONE)
            Caution.FarTargets.of(target.name(), sorted).ifPresent(cautions::add);
        return cautions;
    }

    private static Optional<Spread> target(Study study) {
        if (study.target().task().isClassification()) return Optional.empty();
        return Spread.of(sorted(study));
    }

    /// The numbers of the target.
    private static double[] sorted(Study study) {
        double[] y = TargetEncoding.of(study.target(), study.training()).numbers(study.source());
        Arrays.sort(y);
        return y;
    }

    /// Rows are compared by what a model is given: a row number does not make a copy another row.
    private static Optional<Caution> duplicates(Study study) {
        Set<String> names = study.schema().used().stream().map(ColumnInfo::name).collect(Collectors.toSet());
        names.add(study.target().name());
        long[] training = Twins.rows(study.training(), columns(study.training(), names));
        long[] held = Twins.rows(study.validation(), columns(study.validation(), names));
        List<Column> columns = columns(study.source(), names);
        long[] all = Twins.rows(study.source(), columns);
        int repeated = Twins.repeated(all, all.length);
        if (repeated == 0) return Optional.empty();
        int some = Math.min(all.length, MOST_SHUFFLED);
        int byChance = Twins.repeatedByChance(columns, some, Rng.of(0));
        boolean natural = Twins.repeated(all, some) <= FEW_TIMES * byChance;
        return Optional.of(new Caution.Duplicates(repeated, Twins.shared(held, training), held.length, natural));
    }

    private static List<Column> columns(Table table, Set<String> names) {
        return table.columns().stream().filter(c -> names.contains(c.name())).toList();
    }
}
