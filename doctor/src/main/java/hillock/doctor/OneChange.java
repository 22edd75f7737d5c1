package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Optimizer;
import hillock.nn.Parameters;
import hillock.nn.Trainer;
import hillock.tensor.Tensor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// D9: which single change lets the network learn. Where it is behind what the rows hold, first a plain
/// network is trained on them, everything about it usual: if that does no better, the training is
/// not to blame. If it does, the training is repeated with one part after the other replaced by
/// its usual one, for as many steps. What is wrong is what helps by itself, also where it is
/// nothing that a detector knows.
///
/// @param before the error as it was, see [Neighbours#error], at most 1
/// @param sound that of the plain network
/// @param after with each change that there was to make
record OneChange(double before, double sound, Map<Mend, Double> after) {
    /// The changes, those first that put something unusual back to what is usual.
    static final List<Mend> TRIED = List.of(
            Mend.DEFAULT_SETTINGS,
            Mend.ALL_ALIKE,
            Mend.UNCLIPPED,
            Mend.NO_AVERAGE,
            Mend.CONSTANT_RATE,
            Mend.NO_DECAY,
            Mend.PLAIN_LOSS,
            Mend.SUITED_WEIGHTS,
            Mend.TESTED_RATE,
            Mend.RELU,
            Mend.SCALED_INPUTS,
            Mend.SCALED_TARGETS,
            Mend.PLAIN_NETWORK);

    private static final int STEPS = 1000;
    private static final int FEWEST_STEPS = 50;
    /// Multiplications of a trial, a second or two of work at the most.
    private static final double WORK = 2e10;

    private static final double RATE = 0.005;
    private static final int LEAST_BATCH = 16;
    /// A plain network has to be better by so much, as a share of what a constant leaves open.
    private static final double CLEARLY = 0.15;
    /// Of what the plain network is better by that a change has to bring.
    private static final double MOST_OF_IT = 0.7;

    /// Makes the trials; empty where the plain network does hardly better, or where there is no telling.
    ///
    /// @param ready the training, its module with any weights: they are put back
    /// @param start the weights from before training
    /// @param epochs that were done, or were to be
    static Optional<OneChange> of(
            Event.Prepared ready, SequencedMap<String, Tensor> start, int epochs, Optional<RangeTest> range) {
        SequencedMap<String, Tensor> kept = Parameters.snapshot(ready.module());
        try {
            Parameters.restore(ready.module(), start);
            return trials(ready, start, epochs, range);
        } finally {
            Parameters.restore(ready.module(), kept);
        }
    }

    private static Optional<OneChange> trials(
            Event.Prepared ready, SequencedMap<String, Tensor> start, int epochs, Optional<RangeTest> range) {
        Trainer trainer = ready.trainer();
        if (!comparable(ready)) return Optional.empty();
        double most = Math.min(STEPS, WORK / (3.0 * Parameters.count(ready.module()) * trainer.batch()));
        int perEpoch = Math.ceilDiv(ready.data().rows(), trainer.batch());
        if (Math.min(most, (double) perEpoch * epochs) < FEWEST_STEPS) return Optional.empty();
        int rounds = (int) Math.clamp(most / perEpoch, 1, epochs);
        Dataset rows = Sample.of(ready.data(), (int) Math.min(Integer.MAX_VALUE, most * trainer.batch()));
        Event.Prepared shorter = new Event.Prepared(
                trainer.epochs(rounds).patience(0).validation(Sample.of(rows, Sample.ROWS)),
                ready.module(),
                rows,
                ready.rng());
        double sound = error(plain(shorter));
        if (!(sound < 1 - CLEARLY)) return Optional.empty();
        // Again, for the weights that were kept may be those that suit validation rows of another kind.
        Parameters.restore(ready.module(), start);
        double before = Math.min(1, error(shorter));
        if (!(sound < before - CLEARLY)) return Optional.empty();
        OptionalDouble rate = range.map(RangeTest::choice).orElse(OptionalDouble.empty());
        Map<Mend, Double> after = new EnumMap<>(Mend.class);
        for (Mend mend : TRIED) {
            Parameters.restore(ready.module(), start);
            mend.applied(shorter, rate).ifPresent(mended -> after.put(mend, error(mended)));
        }
        return Optional.of(new OneChange(before, sound, after));
    }

    /// Rows of numbers, as a plain network takes them, with nothing in them that is none, and
    /// targets that differ.
    private static boolean comparable(Event.Prepared ready) {
        Columns y = Columns.of(ready.data().y());
        return ready.data().x().shape().rank() == 2
                && Sample.numbers(ready.data().x()).isFinite()
                && y.isFinite()
                && y.spread() > 0
                && Neighbours.isComparable(ready.trainer().loss());
    }

    /// A usual network on the same rows.
    private static Event.Prepared plain(Event.Prepared ready) {
        Event.Prepared inputs = Cleaned.scaledInputs(ready);
        Event.Prepared scaled = Cleaned.scaledTargets(inputs).orElse(inputs);
        Trainer trainer = Trainer.of(Usual.loss(scaled.data()))
                .optimizer(Optimizer.ADAM.with(Map.of("lr", RATE)))
                .epochs(scaled.trainer().epochs())
                .batch(Math.max(LEAST_BATCH, scaled.trainer().batch()))
                .validation(scaled.trainer().validation().orElseThrow());
        return new Event.Prepared(trainer, Usual.network(scaled), scaled.data(), scaled.rng());
    }

    /// What is left open of the training rows after a training.
    private static double error(Event.Prepared ready) {
        ready.trainer().train(ready.module(), ready.data(), ready.rng().copy(), event -> {});
        Dataset rows = Sample.of(ready.data(), Sample.ROWS);
        double error = Neighbours.ofNetwork(
                ready.trainer().loss(), rows, Columns.of(ready.module().apply(rows.x())));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /// Whether a change was tried.
    boolean tried(Mend mend) {
        return after.containsKey(mend);
    }

    /// Whether a change brings by itself most of what the plain network is better by.
    boolean helps(Mend mend) {
        return after.getOrDefault(mend, Double.POSITIVE_INFINITY) <= before - MOST_OF_IT * (before - sound);
    }
}
