package hillock.cli;

import hillock.nn.Rate;
import hillock.nn.Schedules;
import hillock.plot.Figure;
import hillock.plot.Line;
import hillock.plot.Panel;

/// How a schedule changes the learning rate in a training of a hundred epochs, whose loss falls
/// for thirty of them and then stands still.
///
/// @param text as [Schedules#parse] reads it
record ScheduleCurve(String text) {
    private static final int EPOCHS = 100;
    private static final int STEPS = 8;
    private static final int FALLING = 30;

    Figure figure(Messages messages) {
        Rate rate = Schedules.parse(text).begun(EPOCHS);
        double[] epochs = new double[EPOCHS * STEPS];
        double[] factors = new double[EPOCHS * STEPS];
        for (int i = 0; i < epochs.length; i++) {
            int epoch = i / STEPS;
            epochs[i] = (double) i / STEPS;
            factors[i] = rate.factor((double) i / epochs.length, epoch);
            if (i % STEPS == STEPS - 1) rate.see(1.0 / (1 + Math.min(epoch, FALLING)));
        }
        Line line = Line.of("", epochs, factors);
        return Figure.of("", Panel.of(text, messages.text("schedules.epoch"), messages.text("schedules.factor"), line));
    }
}
