package hillock.expr;

import java.util.Locale;

/// Reads what [Print] writes, by the usual rules: `?:` binds least, then `+ -`, `* /`, the minus sign, and `^` most;
/// `^` groups from the right, the others from the left; a minus in front of a bare number belongs to the number.
final class Reader {
    private final String text;
    private int at;

    private Reader(String text) {
        this.text = text.replace(" ", "");
    }

    static Expr read(String text) {
        Reader reader = new Reader(text);
        Expr e = reader.conditional();
        if (reader.at < reader.text.length()) throw new IllegalArgumentException(text + " ends at " + reader.at);
        return e;
    }

    private Expr conditional() {
        Expr a = sum();
        if (!skip(">")) return a;
        Expr b = sum();
        expect("?");
        Expr yes = sum();
        expect(":");
        return a.gt(b, yes, conditional());
    }

    private Expr sum() {
        Expr e = product();
        while (true) {
            if (skip("+")) e = e.plus(product());
            else if (skip("-")) e = e.minus(product());
            else return e;
        }
    }

    private Expr product() {
        Expr e = sign();
        while (true) {
            if (skip("*")) e = e.times(sign());
            else if (skip("/")) e = e.div(sign());
            else return e;
        }
    }

    private Expr sign() {
        if (!skip("-")) return power();
        boolean bare = Character.isDigit(text.charAt(at));
        Expr e = sign();
        return bare && e instanceof Expr.Const(double value) ? Expr.constant(-value) : e.unaryMinus();
    }

    private Expr power() {
        Expr base = atom();
        return skip("^") ? base.pow(sign()) : base;
    }

    private Expr atom() {
        if (skip("(")) return closing(conditional());
        int from = at;
        while (at < text.length() && isWord(from)) at++;
        String word = text.substring(from, at);
        if (Character.isDigit(word.charAt(0))) return Expr.constant(Double.parseDouble(word));
        if (skip("(")) return call(word);
        if (word.equals("x")) return Expr.input(0);
        int index = Integer.parseInt(word.substring(1));
        return word.startsWith("p") ? Expr.param(index) : Expr.input(index);
    }

    private boolean isWord(int from) {
        char c = text.charAt(at);
        boolean exponent = c == '-' && Character.isDigit(text.charAt(from)) && text.charAt(at - 1) == 'E';
        return Character.isLetterOrDigit(c) || c == '.' || exponent;
    }

    private Expr call(String name) {
        Expr first = conditional();
        String constant = name.toUpperCase(Locale.ROOT);
        if (!skip(",")) return closing(new Expr.Unary(Un.valueOf(constant), first));
        return closing(new Expr.Binary(Bin.valueOf(constant), first, conditional()));
    }

    private Expr closing(Expr e) {
        expect(")");
        return e;
    }

    private void expect(String token) {
        if (!skip(token)) throw new IllegalArgumentException("no " + token + " at " + at + " of " + text);
    }

    private boolean skip(String token) {
        if (!text.startsWith(token, at)) return false;
        at += token.length();
        return true;
    }
}
