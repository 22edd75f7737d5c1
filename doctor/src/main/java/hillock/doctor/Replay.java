package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.nn.Pass;
import hillock.nn.Trainer;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Repeats a training that diverged, step by step, up to the step in which the first number was not
/// finite, and looks for it there: first in the answers and the loss, then in the gradients, then in the
/// step itself.
final class Replay {
    private static final int TOGETHER = 2048;

    private final Event.Prepared prepared;
    private final List<Block> blocks;
    private final double startSize;
    private SequencedMap<String, Tensor> sound;
    private int epoch = 1;
    private int batch = 1;
    private boolean found;

    private Replay(Event.Prepared prepared, List<Block> blocks) {
        this.prepared = prepared;
        this.blocks = blocks;
        this.sound = Parameters.snapshot(prepared.module());
        this.startSize = largest(sound);
    }

    /// The birth of the first number that is not finite; the module has to have its weights from before
    /// training.
    static Birth of(Event.Prepared prepared, List<Block> blocks) {
        Replay replay = new Replay(prepared, blocks);
        Trainer again = prepared.trainer().stopWhen(() -> replay.found);
        again.train(prepared.module(), prepared.data(), prepared.rng().copy(), replay::watch);
        Parameters.restore(prepared.module(), replay.sound);
        return replay.birth();
    }

    private void watch(Event event) {
        if (found || !(event instanceof Event.BatchDone done)) return;
        epoch = done.epoch();
        batch = done.batch();
        if (!Double.isFinite(done.loss())) {
            found = true;
            return;
        }
        SequencedMap<String, Tensor> now = Parameters.snapshot(prepared.module());
        if (now.values().stream().allMatch(Replay::isFinite)) sound = now;
        else found = true;
    }

    private Birth birth() {
        Dataset data = prepared.data();
        for (int from = 0; from < data.rows(); from += TOGETHER) {
            int[] rows = IntStream.range(from, Math.min(data.rows(), from + TOGETHER))
                    .toArray();
            Birth birth = forward(data.select(rows), from);
            if (birth != null) return birth;
        }
        Birth back = backward(Sample.of(data, TOGETHER));
        if (back != null) return back;
        return birth(Birth.Phase.STEP, 0, "", -1, 0, "", 0, Double.POSITIVE_INFINITY);
    }

    /// Layer by layer, then the loss.
    private Birth forward(Dataset rows, int from) {
        Tensor h = rows.x();
        Birth input = origin(h, 0, from);
        if (input != null) return input;
        for (Block block : blocks) {
            // A leaf that asks for its gradient keeps the graph of what is computed from it.
            Tensor x = h.detach().requiresGradient();
            h = x;
            for (Module module : block.modules()) h = module.forward(h, Pass.INFERENCE);
            Birth birth = origin(h, block.number(), from);
            if (birth != null) return birth;
        }
        Tensor each = prepared.trainer().loss().each().apply(h.detach().requiresGradient(), rows.y());
        return origin(each, blocks.getLast().number() + 1, from);
    }

    private Birth origin(Tensor result, int layer, int from) {
        return Origin.of(result)
                .map(o -> birth(
                        Birth.Phase.FORWARD,
                        layer,
                        o.operator(),
                        o.unit(),
                        from + o.row() + 1,
                        o.operands(),
                        o.largest(),
                        o.result()))
                .orElse(null);
    }

    /// The layer nearest to the loss whose gradient is not finite.
    private Birth backward(Dataset rows) {
        List<Tensor> zeros = new ArrayList<>();
        Tensor h = rows.x();
        for (Block block : blocks) {
            Tensor zero = Tensor.zeros(h.shape().dims()).requiresGradient();
            zeros.add(zero);
            h = h.plus(zero);
            for (Module module : block.modules()) h = module.forward(h, Pass.INFERENCE);
        }
        Gradients gradients = prepared.trainer().loss().apply(h, rows.y()).gradients();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Columns g = Columns.of(gradients.of(zeros.get(i)));
            for (int at = 0; at < g.values().length; at++) {
                if (Double.isFinite(g.values()[at])) continue;
                // Of many rows some are looked at, whose numbers are not those of the training rows.
                int row = rows.rows() < prepared.data().rows() ? 0 : at / g.columns() + 1;
                Block block = blocks.get(i);
                String what = block.curve().map(Curve::name).orElse("linear");
                return birth(Birth.Phase.BACKWARD, block.number(), what, -1, row, "", 0, g.values()[at]);
            }
        }
        return null;
    }

    private Birth birth(
            Birth.Phase phase,
            int layer,
            String operator,
            int unit,
            int row,
            String operands,
            double largest,
            double result) {
        double growth = largest(sound) / Math.max(1e-30, startSize);
        return new Birth(epoch, batch, phase, layer, operator, unit, row, operands, largest, result, growth);
    }

    private static double largest(Map<String, Tensor> parameters) {
        return parameters.values().stream()
                .flatMapToDouble(t -> Arrays.stream(t.toDoubles()))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static boolean isFinite(Tensor t) {
        for (float v : t.toArray()) if (!Float.isFinite(v)) return false;
        return true;
    }
}
