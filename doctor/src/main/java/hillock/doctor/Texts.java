package hillock.doctor;

import hillock.nn.Activation.Setting;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The words of findings, in Chinese for a Chinese locale, otherwise in English.
record Texts(ResourceBundle bundle) {
    private static final double NEARLY_ALL = 0.9995;

    static Texts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        // The root bundle is English; asking for it by name keeps a Chinese default locale out of an English text.
        return new Texts(ResourceBundle.getBundle("hillock.doctor.findings", chinese ? Locale.CHINESE : Locale.ROOT));
    }

    String text(String key, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < words.length; i++)
            words[i] = switch (values[i]) {
                case Number n -> number(n.doubleValue());
                case Relation.Moved(int by, double error) ->
                    by == 0 ? "" : text(by > 0 ? "relation.below" : "relation.above", Math.abs(by), error);
                case Mend mend -> text("mend." + mend);
                case Usual.Odd(var settings, var usual) ->
                    settings.isEmpty() ? "" : text("odd", list(settings), list(usual));
                case Birth.Row(int row) -> row == 0 ? "" : text("birth.row", row);
                case Birth.Source(String operator) -> operator.isEmpty() ? bundle.getString("birth.weights") : operator;
                case Birth.Phase phase -> bundle.getString("phase." + phase);
                default -> values[i];
            };
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }

    private static String list(List<Setting> settings) {
        return settings.stream().map(s -> s.name() + "=" + number(s.value())).collect(Collectors.joining(", "));
    }

    /// To three digits: `0.041`, `12`, `3.2e-7`; a share that is nearly all to five: `0.99999`.
    static String number(double x) {
        if (x == Math.rint(x) && Math.abs(x) < 1e6) return String.format(Locale.ROOT, "%.0f", x);
        if (x > NEARLY_ALL && x < 1) return String.format(Locale.ROOT, "%.5f", Math.floor(x * 1e5) / 1e5);
        String text = String.format(Locale.ROOT, "%.3g", x);
        if (!Double.isFinite(x)) return text;
        if (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e6)
            return new java.math.BigDecimal(text).stripTrailingZeros().toPlainString();
        return text.replaceFirst("\\.?0*e", "e").replaceFirst("e([+-])0", "e$1").replace("e+", "e");
    }
}
