package hillock.expr;

import hillock.expr.Formula.Mistake;

/// The characters of a [Formula], read from left to right: blanks, signs, numbers and names.
final class FormulaText {
    /// Signs that only printers and Chinese keyboards have, and what they stand for.
    private static final String PRINTED = "·⋅×÷−–、";

    private static final String TYPED = "***/--,";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// From `！` to `～` they are ASCII's from `!` to `~`, as wide as Chinese characters.
    private static final char FIRST_WIDE = '！';

    private static final char LAST_WIDE = '～';

    /// As the user wrote it, for messages.
    private final String written;

    private final String text;
    private int at;

    FormulaText(String written) {
        this.written = written;
        StringBuilder typed = new StringBuilder();
        written.chars().forEach(c -> typed.append(typed((char) c)));
        this.text = typed.toString();
    }

    private static char typed(char c) {
        int sign = PRINTED.indexOf(c);
        if (sign >= 0) return TYPED.charAt(sign);
        return c >= FIRST_WIDE && c <= LAST_WIDE ? (char) (c - FIRST_WIDE + '!') : c;
    }

    /// Where what comes next stands.
    int at() {
        space();
        return at;
    }

    boolean atEnd() {
        space();
        return at == text.length();
    }

    /// Whether what comes next matches a regular expression.
    boolean looksLike(String pattern) {
        space();
        return text.substring(at).matches("(?s)(?:" + pattern + ").*");
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : ' ';
    }

    /// Passes these characters, if they come next.
    boolean skip(String token) {
        space();
        if (!text.startsWith(token, at)) return false;
        at += token.length();
        return true;
    }

    void expect(String token) {
        if (!skip(token)) throw expected("\"" + token + "\"");
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    /// A name, or nothing.
    String word() {
        space();
        int from = at;
        while (Character.isLetterOrDigit(charAt(at)) || charAt(at) == '_') at++;
        return text.substring(from, at);
    }

    /// A raised whole number, or -1 if none comes next.
    int raised() {
        space();
        int number = -1;
        for (int digit = digitRaised(); digit >= 0 && number < 1000; digit = digitRaised()) {
            number = Math.max(number, 0) * 10 + digit;
            at++;
        }
        return number;
    }

    private int digitRaised() {
        return RAISED.indexOf(charAt(at));
    }

    boolean startsNumber() {
        space();
        return isDigit(at) || (charAt(at) == '.' && isDigit(at + 1));
    }

    private boolean isDigit(int i) {
        return charAt(i) >= '0' && charAt(i) <= '9';
    }

    double number() {
        int from = at;
        while (isDigit(at) || charAt(at) == '.') at++;
        if (charAt(at) == 'e' || charAt(at) == 'E') {
            int sign = "+-".indexOf(charAt(at + 1)) >= 0 ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                while (isDigit(at)) at++;
            }
        }
        try {
            double value = Double.parseDouble(text.substring(from, at));
            if (Double.isInfinite(value)) throw mistake(from, "The number is too large.");
            return value;
        } catch (NumberFormatException e) {
            throw mistake(from, "\"" + text.substring(from, at) + "\" is not a number.");
        }
    }

    Mistake mistake(int place, String sentence) {
        return new Mistake(written, place, sentence);
    }

    /// That something else stands here than what is expected.
    Mistake expected(String what) {
        String end = atEnd() ? " at the end." : ".";
        return mistake(at, "Expected " + what + end);
    }
}
