/// What remains of a fit for people to look at: pictures and a page that needs nothing but itself.
///
/// An [hillock.cli.report.Outcome] is turned into [hillock.cli.report.Pictures] and a [hillock.cli.report.Report];
/// [hillock.cli.report.Words] says columns, tasks, scores and endings in the user's language.
package hillock.cli.report;
