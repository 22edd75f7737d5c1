package hillock.doctor;

import java.util.List;

/// One kind of thing that can be wrong: evidence in, findings out. [Detectors] has the table.
@FunctionalInterface
interface Detector {
    /// What this detector finds.
    ///
    /// @param found by the detectors before it: symptoms that a cause explains
    List<Finding> examine(Evidence e, List<Finding> found);
}
