package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Ensemble;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.nn.Interval;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Watches a training and says what is wrong with it: a listener on the stream of events, like the
/// progress bar. It keeps the weights from before training and after epochs 1, 4, 16, 64 and so on, and
/// looks at them when training is over; nothing that it does changes a bit of the result. When
/// training is over it makes trials where they help to name the cause, with weights that it puts back.
///
/// ```java
/// Diagnosis diagnosis = Doctor.watch(trainer).train(net, data, Rng.of(1), event -> {});
/// diagnosis.findings().getFirst().mend(Locale.ENGLISH);
/// ```
public final class Doctor implements Consumer<Event> {
    private static final int FULL_PASS = 16_384;
    /// Numbers of a network of which copies are kept, some 8 MB each.
    private static final int KEPT = 2_000_000;

    private final List<String> names;
    private final History history = new History();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Moment> later = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private Event.Prepared prepared;
    private List<Block> blocks;
    private Dataset sample;
    private Dataset fewer;
    private final SequencedMap<Integer, Map<String, Tensor>> moments = new TreeMap<>();
    private SequencedMap<String, Tensor> start;
    private SequencedMap<String, Tensor> beforeStep;
    private boolean measuresNext;
    private double firstLoss = Double.NaN;
    private Diagnosis diagnosis;

    private Doctor(List<String> names) {
        this.names = List.copyOf(names);
    }

    /// A listener, for one training that somebody else starts; inputs are called by their numbers.
    public static Doctor listening() {
        return new Doctor(List.of());
    }

    /// A listener that knows the names of the inputs.
    public static Doctor listening(List<String> inputs) {
        return new Doctor(inputs);
    }

    /// A trainer under a doctor's eyes.
    public static Watched watch(Trainer trainer) {
        return new Watched(trainer);
    }

    /// See [Doctor#watch].
    public record Watched(Trainer trainer) {
        /// Trains the module as [Trainer#train] does, bit by bit, and says what was found.
        public Diagnosis train(Module module, Dataset data, Rng rng, Consumer<Event> listener) {
            Doctor doctor = listening();
            trainer.train(module, data, rng, doctor.andThen(listener));
            return doctor.diagnosis();
        }
    }

    /// Examines a trained network without any rows: what its weights prove.
    ///
    /// @param inputs the interval that each input keeps to
    /// @param names of the inputs; empty where they have none
    public static Diagnosis examine(Module network, List<Interval> inputs, List<String> names) {
        Module module = one(network);
        List<Finding> found = new WeightsAlone(module, Block.of(module), inputs, names).findings();
        return new Diagnosis(
                Detectors.ranked(found),
                new History(),
                List.of(),
                List.of(),
                Double.NaN,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /// Of networks that answer together the first.
    private static Module one(Module network) {
        return network instanceof Ensemble e ? e.members().getFirst() : network;
    }

    /// Examines a trained network as it is: what shows without its training.
    ///
    /// @param names of the inputs; empty where they have none
    public static Diagnosis examine(Module network, Loss loss, Dataset data, List<String> names) {
        Module module = one(network);
        List<Interval> inputs = Bounds.intervals(Sample.numbers(data.x()));
        Diagnosis alone = examine(module, inputs, names);
        // From weights that are no numbers nothing else can be told.
        if (alone.findings().stream().anyMatch(f -> f.cause() == Cause.WEIGHTS_NOT_FINITE)) return alone;
        Doctor doctor = new Doctor(names);
        doctor.begin(new Event.Prepared(Trainer.of(loss), module, data, Rng.of(0)));
        doctor.later.clear();
        doctor.probes.clear();
        doctor.probes.add(doctor.probe(0, doctor.sample, true));
        doctor.firstLoss = loss.apply(module.apply(data.x()), data.y()).item();
        Evidence seen =
                doctor.evidence(new Event.Finished(Event.Reason.EPOCHS_DONE, 0, 0, doctor.firstLoss, 0), Tried.NOTHING);
        List<Finding> found = new ArrayList<>(Detectors.examineNow(seen));
        // Units that are stuck on all rows are among these already, with the proof.
        alone.findings().stream()
                .filter(f -> f.cause() != Cause.PROVED_DEAD && f.cause() != Cause.PROVED_SATURATED)
                .forEach(found::add);
        return doctor.diagnosis(seen, Detectors.ranked(found));
    }

    /// For tests: fails with the findings as its message if any is above a note.
    public static void assertHealthy(Module module, Loss loss, Dataset data) {
        Diagnosis diagnosis = examine(module, loss, data, List.of());
        if (!diagnosis.isHealthy()) throw new AssertionError(diagnosis.text(Locale.ENGLISH));
    }

    /// What was found, once training is over.
    public Diagnosis diagnosis() {
        if (diagnosis == null) throw new IllegalStateException("training is not over");
        return diagnosis;
    }

    @Override
    public void accept(Event event) {
        history.accept(event);
        switch (event) {
            case Event.Prepared ready -> begin(ready);
            case Event.Started _ -> {}
            case Event.BatchDone batch -> step(batch);
            case Event.EpochDone epoch -> look(epoch.epoch());
            case Event.Finished end -> diagnosis = conclude(end);
        }
    }

    private void begin(Event.Prepared ready) {
        prepared = ready;
        blocks = Block.of(ready.module());
        sample = Sample.of(ready.data(), Sample.ROWS);
        start = Parameters.snapshot(ready.module());
        beforeStep = start;
        fewer = Sample.of(sample, Sample.FEWER);
        look(0, Sample.of(sample, Sample.FIRST), start);
    }

    /// Weights at a moment of training, and the rows on which they are to be looked at.
    private record Moment(int epoch, Dataset rows, SequencedMap<String, Tensor> weights) {}

    /// What runs for the first time is slow: when training is over, much of it has run. Until then
    /// weights are kept, if they are not too many.
    private void look(int epoch, Dataset rows, SequencedMap<String, Tensor> weights) {
        if (Parameters.count(prepared.module()) > KEPT) probes.add(probe(epoch, rows, false));
        else later.add(new Moment(epoch, rows, weights));
        if (Bends.suits(Columns.of(sample.x()))) moments.put(epoch, weights);
    }

    /// Makes up for the looks that were put off; the module is left with the weights of the last.
    private void catchUp() {
        for (Moment m : later) {
            Parameters.restore(prepared.module(), m.weights);
            probes.add(probe(m.epoch, m.rows, false));
        }
        later.clear();
    }

    private void step(Event.BatchDone batch) {
        if (Double.isNaN(firstLoss)) firstLoss = batch.loss();
        if (beforeStep != null) updates.add(Update.between(batch.epoch(), beforeStep, prepared.module()));
        beforeStep = measuresNext ? Parameters.snapshot(prepared.module()) : null;
        measuresNext = false;
    }

    private void look(int epoch) {
        if (!isPowerOfFour(epoch)) return;
        look(epoch, fewer, Parameters.snapshot(prepared.module()));
        // Not now: where weights are averaged, these are the average.
        measuresNext = true;
    }

    private static boolean isPowerOfFour(int epoch) {
        return Integer.bitCount(epoch) == 1 && Integer.numberOfTrailingZeros(epoch) % 2 == 0;
    }

    private Probe probe(int epoch, Dataset rows, boolean similar) {
        return Probe.of(epoch, prepared.module(), blocks, prepared.trainer().loss(), rows, similar);
    }

    private Diagnosis conclude(Event.Finished end) {
        Module module = prepared.module();
        SequencedMap<String, Tensor> kept = Parameters.snapshot(module);
        catchUp();
        Parameters.restore(module, kept);
        probes.add(probe(end.bestEpoch(), sample, true));
        Evidence seen = evidence(end, Tried.NOTHING);
        if (!seen.diverged() && !seen.isBehind()) return diagnosis(seen, Detectors.examine(seen));
        Parameters.restore(module, start);
        Optional<RangeTest> range = Optional.of(RangeTest.of(prepared.trainer(), module, prepared.data(), Rng.of(0)));
        Optional<OneBatch> batch = seen.learnt()
                ? Optional.empty()
                : Optional.of(OneBatch.of(prepared.trainer(), module, prepared.data()));
        Optional<Birth> birth = seen.diverged() ? Optional.of(Replay.of(prepared, blocks)) : Optional.empty();
        Parameters.restore(module, kept);
        int epochs = seen.diverged() ? prepared.trainer().epochs() : end.epochs();
        Optional<OneChange> change = OneChange.of(prepared, start, epochs, range);
        Evidence all = evidence(end, new Tried(birth, range, batch, change));
        return diagnosis(all, Detectors.examine(all));
    }

    private Diagnosis diagnosis(Evidence seen, List<Finding> findings) {
        return new Diagnosis(
                findings,
                history,
                probes,
                updates,
                seen.lr(),
                bends(seen),
                seen.rangeTest(),
                Block.layers(prepared.module(), blocks));
    }

    /// What [Diagnosis#bends] needs, if there is something to draw.
    private Optional<Bends.Moments> bends(Evidence seen) {
        if (moments.isEmpty()) return Optional.empty();
        // What came after the weights that were kept is not how they came about.
        SequencedMap<Integer, Map<String, Tensor>> kept = new TreeMap<>(moments);
        kept.keySet().removeIf(epoch -> epoch > seen.end().bestEpoch());
        kept.put(seen.end().bestEpoch(), Parameters.snapshot(prepared.module()));
        return Optional.of(new Bends.Moments(prepared.module(), blocks, seen.inputs(), kept));
    }

    /// What came of the trials that were made.
    private record Tried(
            Optional<Birth> birth, Optional<RangeTest> range, Optional<OneBatch> batch, Optional<OneChange> change) {
        static final Tried NOTHING = new Tried(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Evidence evidence(Event.Finished end, Tried tried) {
        Trainer trainer = prepared.trainer();
        Dataset all = prepared.data();
        int outputs = probes.getFirst().outputs().columns();
        double network =
                Neighbours.ofNetwork(trainer.loss(), sample, probes.getLast().outputs());
        return new Evidence(
                trainer,
                prepared.module(),
                all,
                names,
                blocks,
                List.copyOf(probes),
                List.copyOf(updates),
                history.epochs(),
                end,
                firstLoss,
                start,
                Sample.numbers(all.x()),
                blocks.stream().anyMatch(b -> b.curve().map(Curve::dies).orElse(false))
                        ? OnRates.of(blocks, Sample.of(all, FULL_PASS).x())
                        : List.of(),
                Constant.loss(trainer.loss(), all, outputs),
                trainer.validation()
                        .map(v -> Constant.loss(trainer.loss(), v, outputs))
                        .orElse(Double.NaN),
                network > Evidence.LITTLE ? Neighbours.error(all) : Double.NaN,
                network,
                tried.birth,
                tried.range,
                tried.batch,
                tried.change);
    }
}
