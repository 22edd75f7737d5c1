package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Activation.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// D9: what the trials with one change say, where they were made. A part that was set to something
/// unusual is to blame if its usual form lets the network learn, and more so than mending what else
/// was found. Any other change that helps is told where nothing else was found, or only what was
/// mended in vain; another network only where nothing was. What was mended in vain is less likely
/// then, and told as less severe.
final class OnePart implements Detector {
    /// Changes back to what is usual: nobody needs them who did not ask for something else.
    private static final Set<Mend> RESETS = EnumSet.of(
            Mend.DEFAULT_SETTINGS,
            Mend.ALL_ALIKE,
            Mend.UNCLIPPED,
            Mend.NO_AVERAGE,
            Mend.CONSTANT_RATE,
            Mend.PLAIN_LOSS);

    /// They say what came of it, not why.
    private static final Set<Cause> OUTCOMES = EnumSet.of(Cause.NOTHING_LEARNT, Cause.CANNOT_OVERFIT, Cause.NO_BETTER);

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        if (e.oneChange().isEmpty()) return List.of();
        OneChange trials = e.oneChange().get();
        List<Mend> helpful = OneChange.TRIED.stream().filter(trials::helps).toList();
        List<Finding> told = found.stream().filter(f -> f.severity() != NOTE).toList();
        Set<Mend> claimed =
                told.stream().flatMap(f -> Mend.against(f.cause()).stream()).collect(Collectors.toSet());
        boolean open = told.stream().allMatch(f -> OUTCOMES.contains(f.cause()));
        boolean doubtful = told.stream().allMatch(f -> OUTCOMES.contains(f.cause()) || inVain(f, trials));
        double mended = helpful.stream()
                .filter(claimed::contains)
                .mapToDouble(trials.after()::get)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        Predicate<Mend> isToBlame = m -> switch (m) {
            case Mend reset when RESETS.contains(reset) -> trials.after().get(reset) < mended;
            // Another network may help against much, which does not say what was wrong with this one.
            case PLAIN_NETWORK -> open;
            default -> doubtful;
        };
        Optional<Mend> blamed = helpful.stream()
                .filter(m -> !claimed.contains(m) && isToBlame.test(m))
                .findFirst();
        return blamed.map(m -> List.of(finding(m, trials, e))).orElse(List.of());
    }

    private static Finding finding(Mend mend, OneChange trials, Evidence e) {
        double with = 1 - trials.after().get(mend);
        return Finding.of(
                Cause.ONE_PART,
                e.learnt() ? WARNING : SERIOUS,
                new Place.Network(),
                1 - trials.before(),
                with,
                1,
                mend,
                odd(mend, e),
                with,
                1 - trials.before());
    }

    private static Usual.Odd odd(Mend mend, Evidence e) {
        if (mend != Mend.TESTED_RATE) return Usual.Odd.of(mend, e.trainer().optimizer());
        double tested = e.rangeTest().orElseThrow().choice().orElseThrow();
        return new Usual.Odd(List.of(new Setting("lr", e.lr())), List.of(new Setting("lr", tested)));
    }

    /// The findings, with those less severe whose mends were tried in vain where something else helped.
    static List<Finding> doubted(List<Finding> found, Evidence e) {
        Optional<Finding> part =
                found.stream().filter(f -> f.cause() == Cause.ONE_PART).findFirst();
        if (part.isEmpty()) return found;
        OneChange trials = e.oneChange().orElseThrow();
        Severity most = part.get().severity() == SERIOUS ? WARNING : NOTE;
        return found.stream()
                .map(f -> inVain(f, trials) ? f.with(f.severity().atMost(most)) : f)
                .toList();
    }

    private static boolean inVain(Finding f, OneChange trials) {
        List<Mend> tried =
                Mend.against(f.cause()).stream().filter(trials::tried).toList();
        return !tried.isEmpty() && tried.stream().noneMatch(trials::helps);
    }
}
