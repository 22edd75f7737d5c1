/// The `hillock` command.
///
/// [Main] is where a run begins and ends: it picks the language, hands the arguments to [Hillock] and its
/// subcommands, and turns whatever they throw into one sentence and an exit code ([Failure]). A subcommand
/// is a class that implements `Callable<Integer>`, takes a [Console] in its constructor, and is registered
/// in [Hillock]; its help texts stand in `messages.properties` and `messages_zh.properties` under
/// `hillock.NAME.`.
package hillock.cli;
