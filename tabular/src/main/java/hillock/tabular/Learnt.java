package hillock.tabular;

import hillock.data.Table;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Rows made ready to be learnt from, once for all models.
///
/// @param target fitted on these rows, as is the preparation
/// @param x the rows encoded; a level's mean is here that of rows other than those it stands in, so that no
///     row is told its own target (see [LevelMeans])
record Learnt(Table rows, Preparation preparation, TargetEncoding target, Encoded x) {
    static Learnt of(Study study, Table rows) {
        TargetEncoding target = TargetEncoding.of(study.target(), rows);
        Map<String, LevelMeans> means = new ConcurrentHashMap<>();
        Preparation preparation = preparation(study, rows, target, means);
        Encoded x = preparation.apply(rows);
        int first = 0;
        for (Coding coding : preparation.codings()) {
            if (coding instanceof Coding.Means)
                means.get(coding.name()).writeCrosswise(study.division().together(study.target(), rows), x, first);
            first += coding.width();
        }
        return new Learnt(rows, preparation, target, x);
    }

    static Preparation preparation(Study study, Table rows) {
        return preparation(study, rows, TargetEncoding.of(study.target(), rows), new ConcurrentHashMap<>());
    }

    private static Preparation preparation(
            Study study, Table rows, TargetEncoding target, Map<String, LevelMeans> means) {
        return Preparation.of(study.schema(), rows, (column, survey) -> {
            if (survey.distinct() <= LevelMeans.FEW_LEVELS) return Preparation.category(rows, column, survey);
            LevelMeans found = LevelMeans.of(rows, column, survey, target);
            means.put(column.name(), found);
            return found.coding();
        });
    }
}
