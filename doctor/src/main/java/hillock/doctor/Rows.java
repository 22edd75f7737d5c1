package hillock.doctor;

import hillock.data.Dataset;

/// The rows of a data set one after the other, without a copy of all of them.
final class Rows {
    /// Numbers that are copied at a time.
    private static final int TOGETHER = 1 << 20;

    private Rows() {}

    /// What is done with a row.
    interface Each {
        /// Numbers are its inputs and then its targets, which are there during the call only.
        void row(int row, float[] numbers);
    }

    static void each(Dataset data, Each each) {
        int rows = data.rows();
        if (rows == 0) return;
        int inputs = data.x().shape().size() / rows;
        int targets = data.y().shape().size() / rows;
        float[] numbers = new float[inputs + targets];
        int together = Math.max(1, TOGETHER / Math.max(1, inputs + targets));
        for (int from = 0; from < rows; from += together) {
            int to = Math.min(rows, from + together);
            float[] x = data.x().slice(0, from, to).toArray();
            float[] y = data.y().slice(0, from, to).toArray();
            for (int r = from; r < to; r++) {
                System.arraycopy(x, (r - from) * inputs, numbers, 0, inputs);
                System.arraycopy(y, (r - from) * targets, numbers, inputs, targets);
                each.row(r, numbers);
            }
        }
    }
}
