package hillock.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Whether probabilities can be taken at their word: the numbers of a reliability diagram
/// (Niculescu-Mizil and Caruana 2005). Rows are ordered by a probability that they were given and cut
/// into bins of about equal size; in each bin the mean of that probability stands against the share
/// of rows for which it came true. The probability is that of the second class of two, and of more
/// classes that of the predicted one.
///
/// ```java
/// Reliability.of(answers, actual).bins().forEach(b -> IO.println(b.said() + " " + b.share()));
/// ```
///
/// @param bins from the least probability to the greatest
public record Reliability(List<Bin> bins) {
    /// The fewest rows that make a bin.
    private static final int FEWEST = 10;

    private static final int MOST_BINS = 10;

    /// The normal quantile of 95 %, for both sides.
    private static final double Z = 1.959964;

    /// Rows with much the same probability, and what became of it.
    ///
    /// @param rows how many
    /// @param said the mean probability
    /// @param share of the rows for which it came true
    /// @param low lower end of Wilson's 95 % interval (1927) for the share, which is honest near 0
    ///     and 1 too
    /// @param high its upper end
    public record Bin(int rows, double said, double share, double low, double high) {
        static Bin of(double[] said, int hits) {
            double n = said.length;
            double share = hits / n;
            double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
            double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
            double mean = Arrays.stream(said).average().orElseThrow();
            return new Bin(said.length, mean, share, Math.max(0, centre - half), Math.min(1, centre + half));
        }
    }

    public Reliability {
        bins = List.copyOf(bins);
    }

    /// Up to ten bins of ten rows or more; fewer than twenty rows, or a probability that is NaN, give none.
    ///
    /// @param actual the true class of each row
    public static Reliability of(Predictions.Classes answers, int[] actual) {
        int rows = actual.length;
        double[][] p = answers.probabilities();
        if (rows != p.length) throw new IllegalArgumentException(p.length + " answers for " + rows + " rows");
        int[] asked = Arrays.stream(p).mapToInt(Reliability::asked).toArray();
        if (rows < 2 * FEWEST || Arrays.stream(asked).anyMatch(k -> k < 0)) return new Reliability(List.of());
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i][asked[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        int count = Math.min(rows / FEWEST, MOST_BINS);
        List<Bin> bins = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] bin =
                    Arrays.copyOfRange(order, (int) ((long) rows * k / count), (int) ((long) rows * (k + 1) / count));
            double[] said = Arrays.stream(bin).mapToDouble(i -> p[i][asked[i]]).toArray();
            bins.add(Bin.of(said, (int)
                    Arrays.stream(bin).filter(i -> actual[i] == asked[i]).count()));
        }
        return new Reliability(bins);
    }

    private static int asked(double[] p) {
        int predicted = Metrics.argmax(p);
        return predicted >= 0 && p.length == 2 ? 1 : predicted;
    }
}
