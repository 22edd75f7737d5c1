package hillock.tabular;

import hillock.data.Table;
import java.util.List;
import java.util.Optional;

/// From a table to a judged network in one call, with the defaults of `hillock fit`.
///
/// ```java
/// Fitted fitted = Tabular.fit(Table.read(Path.of("titanic.csv")), "survived");
/// fitted.verdict().sentence(Locale.ENGLISH);        // is the network worth it?
/// fitted.network().scores().get("accuracy");        // on rows that it had not seen
/// record Passenger(int pclass, String sex, Double age) {}
/// fitted.model().predict(new Passenger(3, "male", 22.0)).label();
/// ```
///
/// Each step can be taken by itself, and replaced:
///
/// | step | type | in its place |
/// |---|---|---|
/// | read | [Table#read] | any [Table#of] columns |
/// | what to learn from what, which rows judge | [Study.Question], [Division] | another question |
/// | what columns are | [Schema], [Target] in [Study#of] | `new Study(…)` with a schema, target or split of your own |
/// | numbers from cells | [Preparation#of] | `new Preparation(codings)`, see [Coding] |
/// | the network and its training | [Recipe], [Study#fit] | any [hillock.nn.Module] in a `new Model(…)`;
/// [Model#dataset]
/// | | | is what it learns from |
/// | rivals and verdict | [Fitted] | [Metrics], [Verdict#ofNumbers], [Verdict#ofClasses] on your own answers |
/// | which columns matter | [Explanation#of], [Importance#of] | |
/// | use | [Model#predict(Table)], [Model#predict(java.util.Map)], [Model#predict(Record)] | |
///
/// Module `hillock.io` keeps a model in a folder.
public final class Tabular {
    private Tabular() {}

    /// Fits a network to a table by the default recipe and judges it on a fifth of the rows.
    ///
    /// @param target the column to be learnt from all others
    /// @throws hillock.data.BadInput with one sentence for the user where the table does not allow it
    public static Fitted fit(Table table, String target) {
        return fit(table, target, Recipe.DEFAULT);
    }

    /// The same by another recipe, whose seed also draws the rows that judge.
    public static Fitted fit(Table table, String target, Recipe recipe) {
        Study.Question question = new Study.Question(Optional.of(target), Optional.empty(), List.of(), recipe.seed());
        return Study.of(table, question).fit(recipe, event -> {});
    }
}
