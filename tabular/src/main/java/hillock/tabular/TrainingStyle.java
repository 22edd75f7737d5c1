package hillock.tabular;

/// How the networks of a [Recipe] start and are trained.
public enum TrainingStyle {
    /// Better by default: a [RobustScale] first, a rate for each layer, labels that are not quite sure, a
    /// rate that comes and goes four times, the epoch that was best on rows held out. The compact form of
    /// RealMLP, Holzmüller et al. 2024, arXiv 2407.04491.
    LAYERWISE,
    /// For curves and surfaces of few inputs: small tanh networks by Levenberg-Marquardt on all
    /// rows at once, with as much weight decay as the data ask for ([hillock.nn.Solver#bayesian]);
    /// of several starts the better half.
    SMOOTH,
    /// The tutorial's: one rate for all, until the loss falls no more on rows held out.
    PLAIN
}
