package hillock.cli;

import java.io.PrintStream;
import java.util.Map;

/// What a command talks to: results go to `out`, progress and complaints to `err`, texts come from `messages`; `env`
/// holds the environment variables.
///
/// ```java
/// console.out().println(console.messages().text("version.hillock", "0.1.0"));
/// ```
public record Console(PrintStream out, PrintStream err, Messages messages, Map<String, String> env) {}
