package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;

import java.util.Arrays;
import java.util.List;

/// D7: a loss by which the network does well although it always names one class, and not the commonest: the loss weighs
/// classes so that being right about the others does not count.
final class OneAnswer implements Detector {
    /// Of the rows that are given the same class.
    static final double ALWAYS = 0.98;

    /// A class below this share counts as rare.
    private static final double COMMON = 0.05;

    private static final int FEWEST = 20;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        if (!Neighbours.isClasses(e.data()) || e.diverged()) return List.of();
        Columns outputs = e.after().outputs();
        Columns targets = Columns.of(Sample.of(e.data(), Sample.ROWS).y());
        if (outputs.rows() != targets.rows() || outputs.rows() < FEWEST || !outputs.isFinite()) return List.of();
        double[] answers = new double[outputs.rows()];
        for (int row = 0; row < answers.length; row++)
            answers[row] = Neighbours.answer(e.trainer().loss(), outputs, row);
        double always = answers[0];
        double said = share(answers, always);
        double right = share(targets.values(), always);
        double commonest = Arrays.stream(targets.values())
                .distinct()
                .map(c -> share(targets.values(), c))
                .max()
                .orElseThrow();
        if (said < ALWAYS || commonest < right + COMMON || right > 1 - COMMON) return List.of();
        return List.of(Finding.of(
                Cause.ONE_ANSWER,
                SERIOUS,
                new Place.Network(),
                said,
                0,
                ALWAYS,
                (int) always,
                said,
                right,
                e.trainer().loss().name()));
    }

    private static double share(double[] classes, double which) {
        return (double) Arrays.stream(classes).filter(c -> c == which).count() / classes.length;
    }
}
