package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a mend really does: the training is repeated from the same seeds with and without it, for
/// as many epochs, and the change is reported with its spread, also where it made things worse.
///
/// The score is the share explained, `1 - loss / loss of a constant`, of the validation rows, or
/// of the training rows where there are none: 1 for all, 0 for no better than always giving the
/// same answer, or worse than that.
///
/// ```java
/// LongFunction<Event.Prepared> training = seed ->
///         new Event.Prepared(trainer, network(Rng.of(seed)), data, Rng.of(seed));
/// WhatIf tried = WhatIf.of(training, diagnosis, event -> {});
/// System.out.println(tried.text(Locale.ENGLISH));
/// ```
///
/// @param rows on which was judged
/// @param trials one for each mend, the findings' order
/// @param untried findings above a note of whose mends none was tried
public record WhatIf(int rows, List<Trial> trials, List<Untried> untried) {
    /// Each mend is tried from so many seeds.
    public static final int SEEDS = 3;

    /// The most mends that are tried.
    static final int MENDS = 5;

    /// So many trainings are made at most.
    public static final int MOST_TRAININGS = SEEDS * (1 + MENDS);

    /// A change that is smaller is none, however sure.
    private static final double USEFUL = 0.005;

    public WhatIf {
        trials = List.copyOf(trials);
        untried = List.copyOf(untried);
    }

    /// Why nothing was tried against a finding.
    public enum Why {
        /// What helps is no change to a training that could be made here.
        NO_TRIAL,
        /// This network, data or optimizer has nothing that it could change.
        NOTHING_TO_CHANGE,
        /// Mends of more severe findings were tried already.
        OTHERS_FIRST,
        /// Trials were stopped.
        STOPPED
    }

    /// A finding of whose mends none was tried.
    public record Untried(Cause cause, Why why) {}

    /// What came of a mend.
    public enum Outcome {
        /// Better from every seed, by more than the seeds differ.
        BETTER,
        /// Worse from every seed, by more than they differ.
        WORSE,
        /// Chance may be all of it.
        UNCLEAR;

        /// In words.
        public String text(Locale locale) {
            return Texts.of(locale).text("outcome." + this);
        }
    }

    /// One mend and what it did.
    ///
    /// @param cause the finding that it answers
    /// @param before the score from each seed as it was
    /// @param after with the mend, from the same seeds
    public record Trial(Mend mend, Cause cause, List<Double> before, List<Double> after) {
        public Trial {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        public double meanBefore() {
            return mean(before);
        }

        public double meanAfter() {
            return mean(after);
        }

        /// By how much the score rose on average.
        public double change() {
            return meanAfter() - meanBefore();
        }

        /// The standard deviation of the change between seeds, with n - 1; 0 for one seed.
        public double spread() {
            int n = before.size();
            double squares = IntStream.range(0, n)
                    .mapToDouble(i -> after.get(i) - before.get(i) - change())
                    .map(d -> d * d)
                    .sum();
            return n < 2 ? 0 : Math.sqrt(squares / (n - 1));
        }

        public Outcome outcome() {
            double sign = Math.signum(change());
            boolean agree =
                    IntStream.range(0, before.size()).allMatch(i -> Math.signum(after.get(i) - before.get(i)) == sign);
            if (!agree || Math.abs(change()) <= Math.max(spread(), USEFUL)) return Outcome.UNCLEAR;
            return sign > 0 ? Outcome.BETTER : Outcome.WORSE;
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        }
    }

    /// Tries what helps against the findings of a diagnosis, from the seeds 0, 1 and 2.
    ///
    /// @param training for a seed: all is ready and has not begun, with a new network each time
    /// @param listener is told how each training goes
    public static WhatIf of(LongFunction<Event.Prepared> training, Diagnosis diagnosis, Consumer<Event> listener) {
        return of(training, 0, diagnosis, listener, () -> false);
    }

    /// The same from `first` and the seeds after it.
    ///
    /// @param stop asked after each training: whether to leave the rest; only mends that were tried
    ///     from all seeds are told
    public static WhatIf of(
            LongFunction<Event.Prepared> training,
            long first,
            Diagnosis diagnosis,
            Consumer<Event> listener,
            BooleanSupplier stop) {
        Map<Mend, Cause> mends = mends(diagnosis);
        boolean stopped = false;
        int rows = mends.isEmpty() ? 0 : judged(training.apply(first)).rows();
        List<Double> before = mends.isEmpty() ? List.of() : scores(training, first, listener);
        List<Trial> trials = new ArrayList<>();
        for (Map.Entry<Mend, Cause> mend : mends.entrySet()) {
            List<Double> after = new ArrayList<>();
            for (int i = 0; i < SEEDS; i++) {
                OptionalDouble rate = mend.getKey() == Mend.TESTED_RATE
                        ? RangeTest.of(training.apply(first + i)).choice()
                        : OptionalDouble.empty();
                Optional<Event.Prepared> mended = mend.getKey().applied(training.apply(first + i), rate);
                if (mended.isEmpty() || stop.getAsBoolean()) break;
                after.add(score(mended.get(), listener));
            }
            stopped = stop.getAsBoolean();
            if (stopped) break;
            if (after.size() == SEEDS) trials.add(new Trial(mend.getKey(), mend.getValue(), before, after));
        }
        return new WhatIf(rows, trials, untried(diagnosis, mends, trials, stopped));
    }

    private static List<Untried> untried(
            Diagnosis diagnosis, Map<Mend, Cause> mends, List<Trial> trials, boolean stopped) {
        Set<Mend> tried = trials.stream().map(Trial::mend).collect(Collectors.toSet());
        Map<Cause, Untried> untried = new LinkedHashMap<>();
        for (Finding f : diagnosis.findings()) {
            List<Mend> own = f.mends();
            // That nothing was learnt is what the mends of its causes are for.
            boolean outcome = f.cause() == Cause.NOTHING_LEARNT && !trials.isEmpty();
            if (f.severity() == Severity.NOTE || outcome || own.stream().anyMatch(tried::contains)) continue;
            Why why = own.isEmpty()
                    ? Why.NO_TRIAL
                    : own.stream().noneMatch(mends::containsKey)
                            ? Why.OTHERS_FIRST
                            : stopped ? Why.STOPPED : Why.NOTHING_TO_CHANGE;
            untried.put(f.cause(), new Untried(f.cause(), why));
        }
        return List.copyOf(untried.values());
    }

    /// The score of a training as it is, from `first` and the seeds after it: to compare a mend of
    /// one's own.
    public static List<Double> scores(LongFunction<Event.Prepared> training, long first, Consumer<Event> listener) {
        return IntStream.range(0, SEEDS)
                .mapToObj(i -> score(training.apply(first + i), listener))
                .toList();
    }

    /// The mends to try, each for the first finding that it answers.
    private static Map<Mend, Cause> mends(Diagnosis diagnosis) {
        Map<Mend, Cause> chosen = new LinkedHashMap<>();
        for (Finding f : diagnosis.findings())
            for (Mend m : f.mends()) if (chosen.size() < MENDS) chosen.putIfAbsent(m, f.cause());
        return chosen;
    }

    private static Dataset judged(Event.Prepared ready) {
        return ready.trainer().validation().orElse(ready.data());
    }

    private static double score(Event.Prepared ready, Consumer<Event> listener) {
        Module module = ready.module();
        Dataset rows = judged(ready);
        double first = loss(ready, rows);
        ready.trainer().train(module, ready.data(), ready.rng().copy(), listener);
        double loss = loss(ready, rows);
        int outputs = Columns.of(module.apply(Sample.of(rows, 1).x())).columns();
        double constant = Constant.loss(ready.trainer().loss(), rows, outputs);
        // A loss that takes no constant answer is compared with that of the first weights.
        double reference = Double.isNaN(constant) ? first : constant;
        double explained = (reference - loss) / Math.abs(reference);
        return Double.isFinite(explained) ? Math.clamp(explained, 0, 1) : 0;
    }

    private static double loss(Event.Prepared ready, Dataset rows) {
        return ready.trainer()
                .loss()
                .apply(ready.module().apply(rows.x()), rows.y())
                .item();
    }

    /// The trials as text, one a line; in Chinese for a Chinese locale, otherwise in English.
    public String text(Locale locale) {
        Texts texts = Texts.of(locale);
        StringBuilder text = new StringBuilder(
                        trials.isEmpty() ? texts.text("whatif.none") : texts.text("whatif.heading", rows, SEEDS))
                .append('\n');
        for (Trial t : trials)
            text.append("  ")
                    .append(texts.text(
                            "whatif.trial",
                            t.mend.text(locale),
                            rounded(t.meanBefore()),
                            rounded(t.meanAfter()),
                            signed(t.change()),
                            rounded(t.spread()),
                            t.outcome().text(locale)))
                    .append('\n');
        for (String sentence : untried(locale))
            text.append("  ").append(sentence).append('\n');
        return text.toString();
    }

    /// What was not tried and why, a sentence for each reason: `The mends of D9, D12 cannot be
    /// tried by themselves.`
    public List<String> untried(Locale locale) {
        Texts texts = Texts.of(locale);
        List<String> sentences = new ArrayList<>();
        for (Why why : Why.values()) {
            String ids = untried.stream()
                    .filter(u -> u.why == why)
                    .map(u -> u.cause.detector())
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) sentences.add(texts.text("untried." + why, ids));
        }
        return sentences;
    }

    private static String rounded(double x) {
        return String.format(Locale.ROOT, "%.3f", x);
    }

    /// `+0.310`, `-0.020`.
    public static String signed(double change) {
        return String.format(Locale.ROOT, "%+.3f", change);
    }
}
