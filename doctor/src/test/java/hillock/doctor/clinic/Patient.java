package hillock.doctor.clinic;

import hillock.doctor.Cause;
import hillock.doctor.Diagnosis;
import java.util.Optional;
import java.util.function.Supplier;

/// Somebody for the doctor to look at.
///
/// @param name what was done, and to whom
/// @param cause what is wrong with it; empty for a healthy one
/// @param open whether its rows come from outside, see [OpenTables]
/// @param diagnose trains it and asks the doctor
record Patient(String name, Optional<Cause> cause, boolean open, Supplier<Diagnosis> diagnose) {
    static Patient sick(String name, Cause cause, Network network) {
        return new Patient(name, Optional.of(cause), false, network::diagnose);
    }

    static Patient healthy(String name, Supplier<Diagnosis> diagnose) {
        return new Patient(name, Optional.empty(), false, diagnose);
    }

    static Patient open(String name, Supplier<Diagnosis> diagnose) {
        return new Patient(name, Optional.empty(), true, diagnose);
    }
}
