package hillock.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The table of detectors, in the order in which they work: causes before symptoms where those need them,
/// and what explains symptoms after them.
final class Detectors {
    /// A row.
    ///
    /// @param ids of what it finds
    /// @param now whether it looks at the network as it is, not at how it began or was trained
    record Row(String ids, Detector detector, boolean now) {}

    static final List<Row> ALL = List.of(
            new Row("D8", new InputData(), true),
            new Row("D8", new Duplicates(), true),
            new Row("D7", new OutputAndLoss(), true),
            new Row("D8", new OtherRows(), true),
            new Row("D8", new Relation(), false),
            new Row("D7", new OneAnswer(), true),
            new Row("D3", new NoSlope(), true),
            new Row("D3", new NoBend(), false),
            new Row("D4, D10", new ShortSteps(), false),
            new Row("D13", new Unused(), false),
            new Row("D11", new NotFinite(), false),
            new Row("D5, D6", new InitialWeights(), false),
            new Row("D3", new GradientFlow(), false),
            new Row("D2", new Saturation(), true),
            new Row("D1", new DeadUnits(), true),
            new Row("D4", new StepSizes(), false),
            new Row("D6", new Alike(), true),
            new Row("D9", new Trials(), false),
            new Row("D12", new Outcome(), false),
            new Row("D12", new AsItIs(), true),
            new Row("D10", new LearningRate(), false),
            new Row("D9", new OnePart(), false));

    /// As many layers are told of together.
    private static final int MANY = 3;

    private static final Comparator<Finding> RANK =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::cause);

    private Detectors() {}

    /// All findings, ranked: the most severe first, among equals what brings others about.
    static List<Finding> examine(Evidence e) {
        return examine(e, ALL);
    }

    /// The findings about a network as it is, however it was trained.
    static List<Finding> examineNow(Evidence e) {
        return examine(e, ALL.stream().filter(Row::now).toList());
    }

    private static List<Finding> examine(Evidence e, List<Row> rows) {
        List<Finding> found = new ArrayList<>();
        for (Row row : rows) found.addAll(row.detector.examine(e, List.copyOf(found)));
        return ranked(OnePart.doubted(CrossRules.applied(found), e));
    }

    /// The most severe first, among equals what brings others about.
    static List<Finding> ranked(List<Finding> found) {
        return merged(found).stream().sorted(RANK).toList();
    }

    /// One finding for layers that have the same, if they are many: in a deep network there would
    /// be one for each.
    private static List<Finding> merged(List<Finding> found) {
        Map<Object, List<Finding>> same = new LinkedHashMap<>();
        for (Finding f : found) {
            Object key = f.place() instanceof Place.Layer ? List.of(f.cause(), f.severity()) : new Object();
            same.computeIfAbsent(key, any -> new ArrayList<>()).add(f);
        }
        return same.values().stream()
                .flatMap(f -> f.size() < MANY ? f.stream() : Stream.of(Finding.together(f)))
                .toList();
    }
}
