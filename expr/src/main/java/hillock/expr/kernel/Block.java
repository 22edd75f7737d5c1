package hillock.expr.kernel;

import hillock.expr.Bin;
import hillock.expr.Un;

/// One operator over a block of numbers: `d[j] = op(a[j], …)` for `j < n`. Each loop is a method of its own, with every
/// array indexed by the plain loop variable: that is what HotSpot's C2 compiler turns into vector instructions.
final class Block {
    private Block() {}

    static void unary(Un op, float[] d, float[] a, int n) {
        switch (op) {
            case NEG -> neg(d, a, n);
            case ABS -> abs(d, a, n);
            case SIGN -> sign(d, a, n);
            case SQRT -> sqrt(d, a, n);
            case EXP -> exp(d, a, n);
            case EXPM1 -> expm1(d, a, n);
            case LOG -> log(d, a, n);
            case LOG1P -> log1p(d, a, n);
            case SIN -> sin(d, a, n);
            case COS -> cos(d, a, n);
            case TANH -> tanh(d, a, n);
            case SIGMOID -> sigmoid(d, a, n);
        }
    }

    static void binary(Bin op, float[] d, float[] a, float[] b, int n) {
        switch (op) {
            case ADD -> add(d, a, b, n);
            case SUB -> sub(d, a, b, n);
            case MUL -> mul(d, a, b, n);
            case DIV -> div(d, a, b, n);
            case POW -> pow(d, a, b, n);
            case MAX -> max(d, a, b, n);
            case MIN -> min(d, a, b, n);
        }
    }

    /// `a > b ? yes : no`.
    static void select(float[] d, float[] a, float[] b, float[] yes, float[] no, int n) {
        for (int j = 0; j < n; j++) d[j] = a[j] > b[j] ? yes[j] : no[j];
    }

    private static void neg(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = -a[j];
    }

    private static void abs(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = Math.abs(a[j]);
    }

    private static void sign(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = Math.signum(a[j]);
    }

    private static void sqrt(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Math.sqrt(a[j]);
    }

    private static void exp(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.exp(a[j]);
    }

    private static void expm1(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.expm1(a[j]);
    }

    private static void log(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.log(a[j]);
    }

    private static void log1p(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.log1p(a[j]);
    }

    private static void sin(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.sin(a[j]);
    }

    private static void cos(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.cos(a[j]);
    }

    private static void tanh(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.tanh(a[j]);
    }

    private static void sigmoid(float[] d, float[] a, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) Elementary.sigmoid(a[j]);
    }

    private static void add(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = a[j] + b[j];
    }

    private static void sub(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = a[j] - b[j];
    }

    private static void mul(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = a[j] * b[j];
    }

    private static void div(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = a[j] / b[j];
    }

    private static void pow(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = (float) StrictMath.pow(a[j], b[j]);
    }

    private static void max(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = Math.max(a[j], b[j]);
    }

    private static void min(float[] d, float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) d[j] = Math.min(a[j], b[j]);
    }
}
