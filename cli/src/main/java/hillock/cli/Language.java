package hillock.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/// The languages that the command speaks.
public enum Language {
    EN(Locale.ROOT),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The locale of its texts. English is the root: asked for by its own name it would fall back to the system's.
    public Locale locale() {
        return locale;
    }

    /// The name as it is written after `--lang`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The language to speak before the arguments are parsed: `--lang` if they hold it, else the system's. A wrong
    /// `--lang` is left to the parser to complain about.
    static Language of(Map<String, String> env, String... args) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            Optional<Language> asked = Optional.empty();
            if (args[i].startsWith("--lang=")) asked = named(args[i].substring("--lang=".length()));
            if (args[i].equals("--lang") && i + 1 < args.length) asked = named(args[i + 1]);
            if (asked.isPresent()) return asked.get();
        }
        return ofSystem(env);
    }

    /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides, as POSIX has it.
    private static Language ofSystem(Map<String, String> env) {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = env.getOrDefault(variable, "");
            if (!value.isEmpty()) return value.startsWith("zh") ? ZH : EN;
        }
        return EN;
    }

    /// What stands after `--lang`, for the parser.
    static Language parse(String name) {
        return named(name).orElseThrow(() -> new TypeConversionException("\"" + name + "\" is neither en nor zh"));
    }

    private static Optional<Language> named(String name) {
        for (Language language : values()) {
            if (language.name().equalsIgnoreCase(name)) return Optional.of(language);
        }
        return Optional.empty();
    }
}
