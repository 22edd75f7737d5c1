package hillock.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a fitted network goes by, and where it fails, on the rows that judged it.
///
/// ```java
/// Explanation explanation = Explanation.of(fitted, () -> false);
/// explanation.importance().ifPresent(i -> IO.println(i.columns().getFirst().name()));
/// ```
///
/// @param importance which columns matter; empty with fewer than two of them
/// @param dependences how the answers go with those that matter most
/// @param worst the rows with the worst answers, the worst first
public record Explanation(Optional<Importance> importance, List<PartialDependence> dependences, List<WorstRow> worst) {
    private static final int DEPENDENCES = 4;
    private static final int WORST = 10;
    /// A column that changes the answers less than by its spread and by this share of the score
    /// tells nothing.
    private static final double SLIGHT = 0.002;

    public Explanation {
        dependences = List.copyOf(dependences);
        worst = List.copyOf(worst);
    }

    /// Explains a fit in a small share of the time that it took.
    ///
    /// @param enough told when no more is to be done; what is not ready is then left out
    public static Explanation of(Fitted fitted, BooleanSupplier enough) {
        JudgedRows judged = JudgedRows.of(fitted);
        Optional<Importance> importance = Importance.of(judged, enough);
        List<PartialDependence> dependences = new ArrayList<>();
        for (String column : importance.map(Explanation::telling).orElse(List.of()))
            PartialDependence.of(judged, column, enough).ifPresent(dependences::add);
        return new Explanation(importance, dependences, WorstRow.of(fitted, WORST));
    }

    /// The most important columns, of those that matter at all.
    private static List<String> telling(Importance importance) {
        String metric = importance.metric();
        double least = SLIGHT * importance.intact().get(metric);
        return importance.columns().stream()
                .filter(c ->
                        c.mean().get(metric) > Math.max(least, c.deviation().get(metric)))
                .limit(DEPENDENCES)
                .map(Importance.Column::name)
                .toList();
    }
}
