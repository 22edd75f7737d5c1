package hillock.nn;

import hillock.data.BadInput;
import hillock.nn.Entry.Kind;
import java.util.List;

/// Losses of more than a prediction and a target, and methods of the whole data: the catalogue
/// describes them, but a table or a text that names a row cannot use them. Each says what does.
final class ProgramEntries {
    private static final List<Entry> ALL = List.of(
            loss(
                    "gaussian_nll",
                    "(log(v) + (a - t) ^ 2 / v) / 2",
                    Facts.NONE
                            .pytorch("nn.GaussianNLLLoss")
                            .note("In programs: Losses.gaussianNll(a, t, v, full, eps), v the predicted variance.")
                            .advice("numbers whose spread is to be learnt, too", ""),
                    new Argument("full", 0),
                    new Argument("eps", 1e-6)),
            loss(
                    "cosine_embedding",
                    "t = 1 ? 1 - cos(a, b) : max(0, cos(a, b) - margin)",
                    Facts.NONE
                            .pytorch("nn.CosineEmbeddingLoss")
                            .note("In programs: Losses.cosineEmbedding(a, b, t, margin). Targets are -1 and 1.")
                            .advice("pairs of vectors: one direction for 1, different ones for -1", ""),
                    new Argument("margin", 0)),
            loss(
                    "margin_ranking",
                    "max(0, margin - t (a - b))",
                    Facts.NONE
                            .pytorch("nn.MarginRankingLoss")
                            .note("In programs: Losses.marginRanking(a, b, t, margin). Targets are -1 and 1.")
                            .advice("pairs of scores: which of two is better", ""),
                    new Argument("margin", 0)),
            loss(
                    "triplet_margin",
                    "max(0, d(anchor, positive) - d(anchor, negative) + margin)",
                    Facts.NONE
                            .pytorch("nn.TripletMarginLoss")
                            .source("Balntas et al. 2016")
                            .note("In programs: Losses.tripletMargin(anchor, positive, negative, margin, p, swap); d is"
                                    + " the p-norm of the difference.")
                            .advice("embeddings: nearer to the positive than to the negative", ""),
                    new Argument("margin", 1),
                    new Argument("p", 2),
                    new Argument("swap", 0)),
            solver(
                    "lbfgs",
                    "p - step H g; H an inverse Hessian from the last steps, step by the strong Wolfe conditions",
                    Facts.NONE
                            .pytorch("optim.LBFGS(line_search_fn='strong_wolfe')")
                            .jax("optax.lbfgs")
                            .source("Liu, Nocedal 1989")
                            .note("In programs: Solver.lbfgs(loss).train(net, data, …), or the method alone for any"
                                    + " function: hillock.nn.solve.Lbfgs.")
                            .advice("small smooth problems, all rows at once", "batches"),
                    new Argument("lr", 1),
                    new Argument("history_size", 100)),
            solver(
                    "levenberg_marquardt",
                    "p - (JᵀJ + damping I)⁻¹ Jᵀ r; J the Jacobian of the residuals r",
                    Facts.NONE
                            .source("Marquardt 1963; Foresee, Hagan 1997")
                            .note("fit takes it for curves and surfaces by itself. In programs:"
                                    + " Solver.bayesian().train(net, data, …), or hillock.nn.solve.LevenbergMarquardt.")
                            .advice("least squares with a few hundred weights", "classes; large networks")));

    private ProgramEntries() {}

    private static Entry loss(String name, String formula, Facts facts, Argument... arguments) {
        return new Entry(Kind.LOSS, name, List.of(arguments), facts.definition(formula));
    }

    private static Entry solver(String name, String formula, Facts facts, Argument... arguments) {
        return new Entry(Kind.OPTIMIZER, name, List.of(arguments), facts.definition(formula));
    }

    static List<Entry> of(Kind kind) {
        return ALL.stream().filter(e -> e.kind() == kind).toList();
    }

    /// Whether a name is one of these, with or without settings behind it.
    static boolean has(Kind kind, String text) {
        return of(kind).stream().anyMatch(e -> e.name().equals(name(text)));
    }

    private static String name(String text) {
        return text.strip().split("\\W", 2)[0];
    }

    /// Refuses a text that names one of these where a row is needed.
    ///
    /// @throws BadInput if it does
    static void refuse(Kind kind, String text) {
        if (!has(kind, text)) return;
        String reason =
                kind == Kind.LOSS ? " is no loss of one prediction and one target" : " is no optimizer of batches";
        throw new BadInput(name(text) + reason + ", it is for programs: hillock "
                + (kind == Kind.LOSS ? "losses " : "optimizers ") + name(text) + " says how.");
    }
}
