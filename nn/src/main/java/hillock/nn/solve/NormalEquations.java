package hillock.nn.solve;

import java.util.Arrays;

/// Solves `(JᵀJ + S) x = g` for a Jacobian J, rows × parameters, and a positive diagonal S. With
/// more rows than parameters by the matrix JᵀJ, which is computed once for all S; with fewer by
/// the smaller matrix of `x = S⁻¹g - S⁻¹Jᵀ (I + J S⁻¹ Jᵀ)⁻¹ J S⁻¹ g` (Woodbury), computed once
/// for all S that are multiples of I.
final class NormalEquations {
    private final double[][] jacobian;
    private final int parameters;
    private final double[] diagonal;
    private final double[][] gram;
    /// J Jᵀ, when it is first asked for.
    private double[][] outer;

    NormalEquations(double[][] jacobian, int parameters) {
        this.jacobian = jacobian;
        this.parameters = parameters;
        this.diagonal = diagonal(jacobian, parameters);
        this.gram = jacobian.length < parameters ? null : gram(jacobian, parameters);
    }

    /// The diagonal of JᵀJ.
    double[] diagonal() {
        return diagonal;
    }

    double[] solve(double[] s, double[] g) {
        return gram == null ? solveByRows(s, g) : solveByParameters(s, g);
    }

    private double[] solveByParameters(double[] s, double[] g) {
        double[][] a = new double[parameters][];
        for (int i = 0; i < parameters; i++) {
            a[i] = gram[i].clone();
            a[i][i] += s[i];
        }
        return Cholesky.of(a, 0).solve(g);
    }

    private double[] solveByRows(double[] s, double[] g) {
        double[] first = new double[parameters];
        for (int j = 0; j < parameters; j++) first[j] = g[j] / s[j];
        double[] image = new double[jacobian.length];
        for (int i = 0; i < image.length; i++) image[i] = Vectors.dot(jacobian[i], first);
        double[] inner = inner(s, image);
        double[] correction = transposeTimes(jacobian, inner, parameters);
        for (int j = 0; j < parameters; j++) first[j] -= correction[j] / s[j];
        return first;
    }

    /// `(I + J S⁻¹ Jᵀ)⁻¹ v`.
    private double[] inner(double[] s, double[] v) {
        for (double each : s) if (each != s[0]) return Cholesky.of(outer(s), 1).solve(v);
        double[] x = Cholesky.of(outer(), s[0]).solve(v);
        for (int i = 0; i < x.length; i++) x[i] *= s[0];
        return x;
    }

    private double[][] outer() {
        if (outer == null) {
            double[] ones = new double[parameters];
            Arrays.fill(ones, 1);
            outer = outer(ones);
        }
        return outer;
    }

    /// `J S⁻¹ Jᵀ`, its lower triangle.
    private double[][] outer(double[] s) {
        double[][] product = new double[jacobian.length][];
        double[] scaled = new double[parameters];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < parameters; j++) scaled[j] = jacobian[i][j] / s[j];
            product[i] = new double[i + 1];
            for (int k = 0; k <= i; k++) product[i][k] = Vectors.dot(scaled, jacobian[k]);
        }
        return product;
    }

    /// `Jᵀ v`.
    static double[] transposeTimes(double[][] jacobian, double[] v, int parameters) {
        double[] product = new double[parameters];
        for (int i = 0; i < jacobian.length; i++) Vectors.add(product, v[i], jacobian[i]);
        return product;
    }

    private static double[] diagonal(double[][] jacobian, int parameters) {
        double[] squares = new double[parameters];
        for (double[] row : jacobian) for (int j = 0; j < parameters; j++) squares[j] += row[j] * row[j];
        return squares;
    }

    /// `JᵀJ`, its lower triangle, four rows of J at a time.
    private static double[][] gram(double[][] jacobian, int parameters) {
        double[][] gram = new double[parameters][];
        double[] none = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            gram[i] = new double[i + 1];
            for (int row = 0; row < jacobian.length; row += 4) {
                double[] b = row + 1 < jacobian.length ? jacobian[row + 1] : none;
                double[] c = row + 2 < jacobian.length ? jacobian[row + 2] : none;
                double[] d = row + 3 < jacobian.length ? jacobian[row + 3] : none;
                addFour(gram[i], i, jacobian[row], b, c, d);
            }
        }
        return gram;
    }

    private static void addFour(double[] to, int i, double[] a, double[] b, double[] c, double[] d) {
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        if (ai == 0 && bi == 0 && ci == 0 && di == 0) return;
        for (int j = 0; j <= i; j++) to[j] += (ai * a[j] + bi * b[j]) + (ci * c[j] + di * d[j]);
    }

    /// How many parameters the rows determine if all are pulled to 0 by s, `tr (JᵀJ (JᵀJ + s I)⁻¹)`.
    double effectiveParameters(double s) {
        double[][] small = gram != null ? gram : outer();
        return small.length - s * Cholesky.of(small, s).traceOfInverse();
    }
}
