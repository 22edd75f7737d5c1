package hillock.tabular;

/// A decision tree in arrays: node `i` sends a row to `left[i]` if its feature is at most the threshold, else to the
/// node after. A leaf has the feature -1, and its answer at `left[i]`.
record Tree(int[] feature, float[] threshold, int[] left, int[] right, float[] answers) {
    /// Adds the answer for the row that begins at `from`.
    void addTo(double[] sum, float[] values, int from) {
        int node = 0;
        while (feature[node] >= 0) node = values[from + feature[node]] <= threshold[node] ? left[node] : right[node];
        for (int c = 0; c < sum.length; c++) sum[c] += answers[left[node] + c];
    }
}
