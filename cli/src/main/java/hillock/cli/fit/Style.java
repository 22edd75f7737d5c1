package hillock.cli.fit;

/// How much a fit tells.
enum Style {
    /// All that a person at a terminal wants to know.
    FULL,
    /// The verdict and nothing else; a column that gives the target away is named on standard error.
    QUIET,
    /// One JSON object on standard output; progress on standard error.
    JSON
}
