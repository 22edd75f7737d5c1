package hillock.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The course of a training: every epoch, and how it ended. A listener like any other.
public final class History implements Consumer<Event> {
    private final List<Event.EpochDone> epochs = new ArrayList<>();
    private Event.Finished finished;

    /// A history in which nothing happened yet.
    public History() {}

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.EpochDone epoch -> epochs.add(epoch);
            case Event.Finished end -> finished = end;
            case Event.Prepared _, Event.Started _, Event.BatchDone _ -> {}
        }
    }

    public List<Event.EpochDone> epochs() {
        return List.copyOf(epochs);
    }

    /// How training ended.
    public Event.Finished finished() {
        if (finished == null) throw new IllegalStateException("training is not over");
        return finished;
    }
}
