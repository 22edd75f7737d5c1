package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;

/// D6: after training, units that do the same as others, and layers whose outputs vary in one direction
/// only although the inputs do not.
final class Alike implements Detector {
    static final double COPIES = 0.5;
    static final double RANK = 1.02;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        Columns x = e.inputs();
        // Of one input everything is a function, and what bends outside the rows is linear in it: copies mean nothing.
        if (x.columns() < 2) return findings;
        double inputs =
                Similarity.of(Columns.of(Sample.of(e.data(), Sample.ROWS).x())).rank();
        for (LayerState layer : e.after().hidden()) {
            if (Double.isNaN(layer.weight()) || layer.units() < 4 || Double.isNaN(layer.copies())) continue;
            if (layer.copies() > COPIES)
                findings.add(Finding.of(
                        Cause.COPIES, NOTE, Place.layer(layer.number()), layer.copies(), 0, COPIES, layer.units()));
            if (layer.rank() < RANK && inputs > 1.5)
                findings.add(Finding.of(
                        Cause.RANK_COLLAPSE,
                        e.learnt() ? NOTE : WARNING,
                        Place.layer(layer.number()),
                        layer.rank(),
                        RANK,
                        layer.units(),
                        layer.units(),
                        inputs));
        }
        return findings;
    }
}
