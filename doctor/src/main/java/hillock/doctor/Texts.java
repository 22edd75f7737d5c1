package hillock.doctor;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of findings, in Chinese for a Chinese locale, otherwise in English.
record Texts(ResourceBundle bundle) {
    static Texts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        // The root bundle is English; asking for it by name keeps a Chinese default locale out of an English text.
        return new Texts(ResourceBundle.getBundle("hillock.doctor.findings", chinese ? Locale.CHINESE : Locale.ROOT));
    }

    String text(String key, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < words.length; i++)
            words[i] = values[i] instanceof Number n ? number(n.doubleValue()) : values[i];
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }

    /// To three digits: `0.041`, `12`, `3.2e-7`.
    static String number(double x) {
        if (x == Math.rint(x) && Math.abs(x) < 1e6) return String.format(Locale.ROOT, "%.0f", x);
        String text = String.format(Locale.ROOT, "%.3g", x);
        if (!Double.isFinite(x)) return text;
        if (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e6)
            return new java.math.BigDecimal(text).stripTrailingZeros().toPlainString();
        return text.replaceFirst("\\.?0*e", "e").replaceFirst("e([+-])0", "e$1").replace("e+", "e");
    }
}
