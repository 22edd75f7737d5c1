package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;

import java.util.List;

/// D11: the birth of the first NaN or infinity. An operator that has no value for what it is given (the
/// logarithm of a negative number) is the cause itself; numbers that grew beyond all bounds come from the
/// learning rate or the weights.
final class NotFinite implements Detector {
    private static final double HUGE = 1e6;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        return e.birth().map(b -> List.of(finding(e, b, found))).orElse(List.of());
    }

    private static Finding finding(Evidence e, Birth b, List<Finding> found) {
        boolean data = found.stream()
                .anyMatch(f -> f.cause() == Cause.INPUT_NOT_FINITE || f.cause() == Cause.TARGET_NOT_FINITE);
        boolean domain = !data && (Double.isNaN(b.result()) || early(b)) && b.growth() < 10 && b.largest() < HUGE;
        Cause cause = domain ? Cause.OPERATOR_UNDEFINED : Cause.BECAME_INFINITE;
        Place place = b.phase() == Birth.Phase.STEP
                        || b.layer() > e.blocks().getLast().number()
                ? new Place.Network()
                : new Place.Layer(b.layer(), b.unit() < 0 ? List.of() : List.of(b.unit()));
        String operands = domain || b.operands().isEmpty() ? b.operands() : " (" + b.operands() + ")";
        return Finding.of(
                cause,
                SERIOUS,
                place,
                1,
                0,
                0,
                b.epoch(),
                b.batch(),
                new Birth.Source(b.operator()),
                operands,
                Double.toString(b.result()),
                new Birth.Row(b.row()),
                b.phase(),
                b.growth());
    }

    private static boolean early(Birth b) {
        return b.epoch() == 1 && b.batch() == 1;
    }
}
