package hillock.guide;

/// The languages of the course.
///
/// ```java
/// Language.CHINESE.of("epochs", "轮次");   // 轮次
/// ```
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// Chinese if the first argument is `zh`, else English.
    static Language of(String... args) {
        return args.length > 0 && args[0].equals(CHINESE.code) ? CHINESE : ENGLISH;
    }

    /// `en` or `zh`.
    public String code() {
        return code;
    }

    /// What belongs to this language, mostly a text.
    public <T> T of(T english, T chinese) {
        return switch (this) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }
}
