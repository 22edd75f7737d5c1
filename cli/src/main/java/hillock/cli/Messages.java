package hillock.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/// The texts that a user reads, in one language; they stand in `messages.properties` and `messages_zh.properties`.
///
/// ```java
/// Messages.of(Language.ZH).text("error.file.missing", "a.csv");   // 文件“a.csv”不存在：请检查路径。
/// ```
public record Messages(Language language, ResourceBundle bundle) {
    public static Messages of(Language language) {
        return new Messages(language, ResourceBundle.getBundle("hillock.cli.messages", language.locale()));
    }

    /// The text of that key with `values` in its places, as [String#format] puts them; numbers look the same in every
    /// language. An unknown key is a [java.util.MissingResourceException].
    public String text(String key, Object... values) {
        return String.format(Locale.ROOT, bundle.getString(key), values);
    }
}
