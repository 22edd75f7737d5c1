package hillock.tabular;

import hillock.data.Column;
import hillock.data.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one input column looks like, over all rows that have a target.
///
/// @param info what it is, and whether it is used
/// @param rows of the table
/// @param distinct how many different values there are; cells without one do not count
/// @param spread of its numbers; empty for other columns
/// @param markers how often each text stands for a missing value: `?`, `NA`, … or the empty text
/// @param cautions what is odd about it
public record ColumnProfile(
        ColumnInfo info,
        int rows,
        int distinct,
        Optional<Spread> spread,
        Map<String, Integer> markers,
        List<Caution> cautions) {
    /// From this share on one value is nearly all there is.
    private static final double NEARLY_ALL = 0.995;

    private static final int ENOUGH_ROWS = 100;
    private static final double MOSTLY = 0.5;
    private static final double SKEWED = 3;
    private static final int MANY_VALUES = 10;

    public ColumnProfile {
        markers = Map.copyOf(markers);
        cautions = List.copyOf(cautions);
    }

    /// The share of cells without a value.
    public double missingShare() {
        return rows == 0 ? 0 : (double) info.missing() / rows;
    }

    static ColumnProfile of(ColumnInfo info, Column column, int rows) {
        Map<String, Integer> markers = info.missing() == 0 ? Map.of() : markers(column, rows);
        return switch (info) {
            case ColumnInfo.Numeric n -> numbers(n, column, rows, markers);
            case ColumnInfo.Categorical c -> texts(c, column, rows, markers);
            case ColumnInfo.Dates _, ColumnInfo.Pixels _ ->
                new ColumnProfile(info, rows, distinct(column, rows), Optional.empty(), markers, List.of());
            case ColumnInfo.LeftOut l ->
                new ColumnProfile(info, rows, distinct(column, rows), Optional.empty(), markers, leftOut(l, column));
        };
    }

    private static ColumnProfile numbers(
            ColumnInfo.Numeric info, Column column, int rows, Map<String, Integer> markers) {
        double[] sorted = new double[rows - info.missing()];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            double v = column.number(row);
            if (!Double.isNaN(v)) sorted[count++] = v + 0.0; // no -0
        }
        Arrays.sort(sorted);
        Spread spread = Spread.ofSorted(sorted);
        List<Caution> cautions = new ArrayList<>(missing(info, rows));
        cautions.addAll(Sentinels.numbers(info.name(), sorted));
        if (info.whole() && info.distinct() >= NEARLY_ALL * count && count >= ENOUGH_ROWS)
            cautions.add(new Caution.NearlyUnique(info.name(), info.distinct()));
        if (count >= ENOUGH_ROWS && (spread.lower() == spread.median() || spread.upper() == spread.median())) {
            double share = share(sorted, spread.median());
            if (share >= NEARLY_ALL)
                cautions.add(new Caution.NearlyConstant(info.name(), ColumnInfo.text(spread.median()), share));
        }
        if (info.distinct() > MANY_VALUES && Math.abs(spread.skewness()) >= SKEWED)
            cautions.add(new Caution.Skewed(info.name(), spread.skewness()));
        return new ColumnProfile(info, rows, info.distinct(), Optional.of(spread), markers, cautions);
    }

    private static double share(double[] sorted, double value) {
        int from = Groups.firstFrom(sorted, value);
        int to = Groups.firstFrom(sorted, Math.nextUp(value));
        return (double) (to - from) / sorted.length;
    }

    private static ColumnProfile texts(
            ColumnInfo.Categorical info, Column column, int rows, Map<String, Integer> markers) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < rows; row++)
            if (!column.isMissing(row)) counts.merge(column.cells().get(row), 1, Integer::sum);
        List<Caution> cautions = new ArrayList<>(missing(info, rows));
        cautions.addAll(ambiguous(info, counts.keySet()));
        cautions.addAll(codes(info));
        Caution.Spellings.of(info.name(), counts.keySet()).ifPresent(cautions::add);
        counts.forEach((text, count) -> {
            if (Numbers.looksMissing(text)) cautions.add(new Caution.LooksMissing(info.name(), text, count));
        });
        int present = rows - info.missing();
        String first = info.levels().getFirst();
        double share = (double) counts.get(first) / present;
        if (present >= ENOUGH_ROWS && share >= NEARLY_ALL)
            cautions.add(new Caution.NearlyConstant(info.name(), first, share));
        if (info.levels().size() > LevelMeans.FEW_LEVELS)
            cautions.add(new Caution.ManyLevels(info.name(), info.levels().size()));
        int least = Preparation.leastRows(rows);
        int[] rare = counts.values().stream()
                .filter(count -> count < least)
                .mapToInt(Integer::intValue)
                .toArray();
        if (rare.length > 0)
            cautions.add(new Caution.RareLevels(
                    info.name(), rare.length, Arrays.stream(rare).sum()));
        return new ColumnProfile(info, rows, counts.size(), Optional.empty(), markers, cautions);
    }

    /// A date that has two readings looks like a text of its own in every row.
    private static List<Caution> leftOut(ColumnInfo.LeftOut info, Column column) {
        if (!(info.reason() instanceof LeftOutReason.Texts)) return List.of();
        return ambiguous(
                info,
                column.cells().stream().filter(cell -> !Numbers.isMissing(cell)).toList());
    }

    private static List<Caution> ambiguous(ColumnInfo info, Collection<String> texts) {
        if (texts.isEmpty() || !DateLook.isAmbiguous(texts)) return List.of();
        return List.of(new Caution.AmbiguousDates(info.name(), texts.iterator().next()));
    }

    /// Numbers are categories only where zeros in front say that they are none.
    private static List<Caution> codes(ColumnInfo.Categorical info) {
        if (!info.levels().stream().allMatch(Survey::isDigits)) return List.of();
        return info.levels().stream()
                .filter(Survey::hasLeadingZero)
                .map(level -> (Caution) new Caution.Codes(info.name(), level))
                .limit(1)
                .toList();
    }

    private static List<Caution> missing(ColumnInfo info, int rows) {
        double share = (double) info.missing() / rows;
        return share > MOSTLY ? List.of(new Caution.MostlyMissing(info.name(), share)) : List.of();
    }

    private static Map<String, Integer> markers(Column column, int rows) {
        Map<String, Integer> markers = new TreeMap<>();
        for (int row = 0; row < rows; row++)
            if (column.isMissing(row)) markers.merge(column.cells().get(row).strip(), 1, Integer::sum);
        return markers;
    }

    private static int distinct(Column column, int rows) {
        long[] hashes = new long[rows];
        int present = 0;
        for (int row = 0; row < rows; row++) if (!column.isMissing(row)) hashes[present++] = column.hash(row);
        return Twins.distinct(Arrays.copyOf(hashes, present));
    }
}
