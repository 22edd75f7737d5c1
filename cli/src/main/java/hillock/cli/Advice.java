package hillock.cli;

import hillock.nn.Activation;
import java.util.Locale;
import java.util.ResourceBundle;

/// When to use an activation and when not, in the user's language: English is part of the activation itself, Chinese
/// stands in `advice_zh.properties`.
///
/// ```java
/// Advice.of(Activations.RELU, Language.ZH).use();   // 隐藏层的首选：…
/// ```
record Advice(String use, String avoid) {
    static Advice of(Activation activation, Language language) {
        return switch (language) {
            case EN ->
                activation.isTyped()
                        ? new Advice(
                                "what your formula is meant for", "where you have not compared it: try relu beside it")
                        : new Advice(
                                activation.facts().use(), activation.facts().avoid());
            case ZH -> {
                ResourceBundle texts = ResourceBundle.getBundle("hillock.cli.advice", Locale.CHINESE);
                String name = activation.isTyped() ? "typed" : activation.name();
                yield new Advice(texts.getString(name + ".use"), texts.getString(name + ".avoid"));
            }
        };
    }
}
