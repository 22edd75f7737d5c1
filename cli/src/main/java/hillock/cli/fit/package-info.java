/// The commands `hillock fit` and `hillock demo`: from a table to a model folder and a verdict.
///
/// [hillock.cli.fit.Fit] reads the options and makes a [hillock.cli.fit.Job]; the job prepares everything that can go
/// wrong, then trains, then writes. What the user sees meanwhile is a [hillock.cli.fit.Telling]: text with a progress
/// bar, the verdict alone, or one JSON object.
package hillock.cli.fit;
