package hillock.tabular;

import hillock.tensor.Threads;
import java.util.Arrays;

/// Features as small numbers: the bin of each row's value, between cuts at the quantiles of the values.
///
/// @param codes `[feature][row]`, unsigned
/// @param cuts `[feature]`, ascending: a value belongs to bin `b` if exactly `b` cuts lie below it
record Bins(byte[][] codes, float[][] cuts, int rows) {
    private static final int MOST_CUTS = 255;

    static Bins of(Encoded x, int[] rows) {
        byte[][] codes = new byte[x.features()][rows.length];
        float[][] cuts = new float[x.features()][];
        Threads.share(x.features(), j -> {
            float[] column = new float[rows.length];
            for (int i = 0; i < rows.length; i++) column[i] = x.values()[rows[i] * x.features() + j];
            cuts[j] = cuts(column.clone());
            for (int i = 0; i < rows.length; i++) codes[j][i] = (byte) code(cuts[j], column[i]);
        });
        return new Bins(codes, cuts, rows.length);
    }

    /// Midway between neighbouring values, at all of them or evenly many rows apart.
    private static float[] cuts(float[] values) {
        Arrays.sort(values);
        float[] cuts = new float[Math.min(MOST_CUTS, values.length)];
        int count = 0;
        int distinct = 1;
        for (int i = 1; i < values.length; i++) if (values[i] > values[i - 1]) distinct++;
        double apart = distinct <= MOST_CUTS + 1 ? 0 : values.length / (MOST_CUTS + 1.0);
        double next = apart;
        for (int i = 1; i < values.length && count < MOST_CUTS; i++) {
            if (i < next || !(values[i] > values[i - 1])) continue;
            cuts[count++] = values[i - 1] + (values[i] - values[i - 1]) / 2;
            next = i + apart;
        }
        return Arrays.copyOf(cuts, count);
    }

    private static int code(float[] cuts, float value) {
        int at = Arrays.binarySearch(cuts, value);
        return at < 0 ? -at - 1 : at;
    }
}
