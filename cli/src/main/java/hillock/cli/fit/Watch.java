package hillock.cli.fit;

import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.nn.Event;
import hillock.tabular.Fitted;
import hillock.tabular.Model;
import hillock.tabular.Study;
import java.util.List;
import java.util.function.Consumer;

/// The doctor at a fit. Of several trainings one after the other the first is watched; a network
/// that was not trained step by step is examined when it is done.
final class Watch implements Consumer<Event> {
    private final List<String> inputs;
    private final Doctor doctor;
    private boolean begun;
    private boolean over;

    Watch(Study study) {
        inputs = study.preparation().features();
        doctor = Doctor.listening(inputs);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Prepared) begun = true;
        if (!begun || over) return;
        doctor.accept(event);
        if (event instanceof Event.Finished) over = true;
    }

    Diagnosis diagnosis(Fitted fitted) {
        if (over) return doctor.diagnosis();
        Model judged = fitted.judged();
        return Doctor.examine(
                judged.network(),
                judged.target().task().loss(),
                judged.dataset(fitted.study().training()),
                inputs);
    }
}
