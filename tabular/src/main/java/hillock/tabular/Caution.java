package hillock.tabular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Something about a table that a person should know before trusting what is learnt from it.
/// Nothing is changed: what to do is the user's to say.
///
/// ```java
/// for (Caution caution : TableReport.of(study).cautions())
///     if (caution instanceof Caution.Leak leak) IO.println("--drop " + leak.name());
/// ```
public sealed interface Caution {
    /// From this share of the validation rows on, copies make a score too good.
    double MANY_SHARED = 0.01;

    /// The column; empty where it concerns rows.
    Optional<String> column();

    /// Whether it may make every score worthless, or the model: worth a line at the terminal. The
    /// rest is for the report.
    default boolean serious() {
        return switch (this) {
            case Leak _, Sentinel _, LooksMissing _, AmbiguousDates _, Spellings _, Codes _, FarTargets _ -> true;
            case Duplicates d -> !d.natural() && d.shared() > d.held() * MANY_SHARED;
            case NearlyUnique _, NearlyConstant _, MostlyMissing _, RareLevels _, ManyLevels _, Skewed _ -> false;
        };
    }

    /// How a column tells the target.
    enum Way {
        /// It says the same as the target, number by number or in other words.
        COPY,
        /// `y = a·x + b`.
        LINE,
        /// `y` rises with `x` throughout, or falls.
        ORDER,
        /// Each of its values goes with one value of the target.
        VALUES,
        /// The classes lie on two sides of a number.
        THRESHOLD,
        /// It is filled in for one class only.
        FILLED
    }

    /// A column that tells the target all but perfectly. Often it is known only once the answer is.
    ///
    /// @param share how much of the target it tells, from 0.99 up: for classes the share of errors
    ///     that knowing the
    ///     column saves, for numbers the share of the variance (of the ranks' variance where [Way#ORDER])
    record Leak(String name, Way way, double share) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Rows that say the same as other rows, target included.
    ///
    /// @param repeated how many rows repeat an earlier one
    /// @param shared how many of the validation rows are also among the training rows
    /// @param held how many validation rows there are
    /// @param natural whether there are hardly more of them than if each column were shuffled by
    ///     itself: with few
    ///     different values rows say the same without being copies
    record Duplicates(int repeated, int shared, int held, boolean natural) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }

    /// A number far from all others, such as 9999 or -1, or 0 where others begin at 40: it may
    /// stand for a missing value.
    ///
    /// @param rows how many rows say it
    /// @param nearest the value of the other rows that comes next
    record Sentinel(String name, double value, int rows, double nearest) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// A category such as `unknown` or `n.a.` that is kept as a category of its own.
    record LooksMissing(String name, String text, int rows) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Dates whose day and month might be exchanged in every row, such as 03/04/2024: they are
    /// taken for texts.
    ///
    /// @param text the first of them
    record AmbiguousDates(String name, String text) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Numbers of the target so far from all others that squared errors are mostly theirs: what a
    /// model does elsewhere hardly counts, in its training and in its score.
    ///
    /// @param count how many they are
    /// @param farthest that which lies farthest from the median
    /// @param lower the quartile below which a quarter of all numbers lies
    /// @param upper the one above which another quarter does
    record FarTargets(String name, int count, double farthest, double lower, double upper) implements Caution {
        /// So many times the distance of the quartiles beyond them.
        private static final double FAR = 10;
        private static final double MOST_OF_THE_SQUARES = 0.5;
        private static final double FEW = 0.05;

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }

        static Optional<Caution> of(String name, double[] sorted) {
            Optional<Spread> spread = Spread.of(sorted);
            if (spread.isEmpty()) return Optional.empty();
            double lower = spread.get().lower();
            double upper = spread.get().upper();
            double median = spread.get().median();
            double reach = FAR * (upper - lower);
            int from = Groups.firstFrom(sorted, lower - reach);
            int to = Groups.firstFrom(sorted, Math.nextUp(upper + reach));
            double near = squares(sorted, from, to, median);
            double far = squares(sorted, 0, from, median) + squares(sorted, to, sorted.length, median);
            int count = sorted.length - (to - from);
            if (!(reach > 0) || count > FEW * sorted.length || !(far > MOST_OF_THE_SQUARES * (near + far)))
                return Optional.empty();
            double first = sorted[0];
            double last = sorted[sorted.length - 1];
            double farthest = median - first > last - median ? first : last;
            return Optional.of(new FarTargets(name, count, farthest, lower, upper));
        }

        private static double squares(double[] sorted, int from, int to, double median) {
            double sum = 0;
            for (int i = from; i < to; i++) sum += (sorted[i] - median) * (sorted[i] - median);
            return sum;
        }
    }

    /// Digits with zeros in front, such as 00123: they are taken for codes, not for numbers.
    ///
    /// @param text one of them
    record Codes(String name, String text) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Texts that differ in case or blanks only, such as Paris and PARIS: each is a category, or
    /// class, of its own.
    ///
    /// @param groups how many texts are spelt in more than one way
    /// @param example the spellings of the first
    record Spellings(String name, int groups, List<String> example) implements Caution {
        public Spellings {
            example = List.copyOf(example);
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }

        /// One letter may well mean another thing in capitals.
        private static final int SHORTEST = 2;

        static Optional<Caution> of(String name, Collection<String> texts) {
            Map<String, List<String>> alike = new TreeMap<>();
            for (String text : texts)
                if (text.length() >= SHORTEST)
                    alike.computeIfAbsent(
                                    text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " "), _ -> new ArrayList<>())
                            .add(text);
            List<List<String>> groups =
                    alike.values().stream().filter(g -> g.size() > 1).toList();
            return groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Spellings(name, groups.size(), groups.getFirst()));
        }
    }

    /// Whole numbers, a different one in nearly every row: perhaps they only number the rows.
    record NearlyUnique(String name, int distinct) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// One value in nearly all rows.
    ///
    /// @param value as it stands in the table
    /// @param share of the rows that have a value
    record NearlyConstant(String name, String value, double share) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// More cells without a value than with one.
    record MostlyMissing(String name, double share) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Categories with too few rows to learn from.
    ///
    /// @param levels how many such categories there are
    /// @param rows how many rows they have together
    record RareLevels(String name, int levels, int rows) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Very many categories, so that the column becomes what its rows tell of the target: see
    /// [Coding.Means].
    record ManyLevels(String name, int levels) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /// Numbers of which a few lie far to one side.
    record Skewed(String name, double skewness) implements Caution {
        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }
}
