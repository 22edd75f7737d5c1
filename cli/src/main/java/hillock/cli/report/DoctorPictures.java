package hillock.cli.report;

import hillock.cli.Messages;
import hillock.doctor.Diagnosis;
import hillock.doctor.DoctorFigures;
import hillock.doctor.RangeTest;
import java.util.List;
import java.util.OptionalDouble;

/// What a doctor saw, as pictures.
record DoctorPictures(Messages messages) {
    /// How the names of all these pictures begin, but for that of [#rates].
    static final String PREFIX = "doctor-";

    private DoctorFigures figures() {
        return new DoctorFigures(messages.language().locale());
    }

    /// All that there is to see of a training.
    List<Picture> all(Diagnosis diagnosis) {
        return figures().all(diagnosis).entrySet().stream()
                .map(f -> new Picture(PREFIX + f.getKey(), f.getValue(), messages.text("picture." + f.getKey())))
                .toList();
    }

    /// The learning-rate curve of `--lr auto`.
    Picture rates(RangeTest test) {
        return new Picture(
                "learning-rate", figures().rates(test, OptionalDouble.empty()), messages.text("picture.rate"));
    }
}
