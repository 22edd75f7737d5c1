/// From a table of text to numbers, and the honest baselines that a network has to beat.
///
/// The way of a table through this package:
///
/// 1. [hillock.tabular.Target] finds what is to be learnt and decides the [hillock.tabular.Task];
/// 2. [hillock.tabular.Schema] says of every other column what it is, and leaves out what cannot help;
/// 3. [hillock.tabular.Preparation], fitted on the training rows alone, turns rows into numbers
///    ([hillock.tabular.Encoded]); [hillock.tabular.TargetEncoding] does the same for the target;
/// 4. [hillock.tabular.Baseline] fits the mean and a linear model, [hillock.tabular.Metrics] scores them beside the
///    network, and [hillock.tabular.Verdict] says in one sentence whether the network is worth it.
///
/// What a user did wrong is a [hillock.data.BadInput]: one sentence with file, line, column and the way to mend it.
package hillock.tabular;
