package hillock.doctor;

/// How alike the units of a layer are: those that do the same, and in how many directions they vary.
///
/// @param copies the share of units that are, on all rows, the same as an earlier one but for size and
///     offset
/// @param rank `(Σλ)² / Σλ²` of the eigenvalues of the covariance
record Similarity(double copies, double rank) {
    private static final int UNITS = 96;
    private static final int ROWS = 128;
    private static final double SAME = 0.99999;

    static final Similarity UNKNOWN = new Similarity(Double.NaN, Double.NaN);

    static Similarity of(Columns out) {
        int units = Math.min(UNITS, out.columns());
        int rows = Math.min(ROWS, out.rows());
        double[][] centred = new double[units][rows];
        for (int u = 0; u < units; u++) {
            double mean = 0;
            for (int r = 0; r < rows; r++) mean += out.at(r, u) / rows;
            for (int r = 0; r < rows; r++) centred[u][r] = out.at(r, u) - mean;
        }
        double[][] c = new double[units][units];
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < units; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int r = 0; r < rows; r++) sum += centred[i][r] * centred[j][r];
                c[i][j] = sum;
                squares += (i == j ? 1 : 2) * sum * sum;
            }
            trace += c[i][i];
        }
        int copies = 0;
        int alive = 0;
        for (int i = 0; i < units; i++) {
            if (!(c[i][i] > 0)) continue;
            alive++;
            for (int j = 0; j < i; j++) {
                if (c[j][j] > 0 && c[i][j] > SAME * Math.sqrt(c[i][i] * c[j][j])) {
                    copies++;
                    break;
                }
            }
        }
        return new Similarity(alive < 2 ? 0 : (double) copies / alive, squares > 0 ? trace * trace / squares : 0);
    }
}
