package hillock.tabular;

import hillock.nn.Module;
import hillock.nn.Predictor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One row at a time, without a table: microseconds. Any number of threads may use it.
final class RowPredictor {
    private final Preparation preparation;
    private final RowEncoder encoder;
    private final Predictor predictor;
    private final Map<Class<?>, RecordReader> readers = new ConcurrentHashMap<>();

    RowPredictor(Preparation preparation, Module answering) {
        this.preparation = preparation;
        this.encoder = new RowEncoder(preparation);
        this.predictor = Predictor.of(answering, 1, encoder.features());
    }

    /// The outputs for a row that is given as values by column.
    double[] outputs(Map<String, ?> row) {
        return outputs(encoder.encode(row));
    }

    /// The outputs for a row that is a record.
    double[] outputs(Record row) {
        RecordReader reader = readers.get(row.getClass());
        if (reader == null)
            reader = readers.computeIfAbsent(row.getClass(), type -> new RecordReader(type, preparation));
        float[] features = new float[encoder.features()];
        for (int i = 0; i < preparation.codings().size(); i++) encoder.write(i, reader.read(i, row), features);
        return outputs(features);
    }

    private double[] outputs(float[] features) {
        float[] answer = predictor.apply(features);
        double[] outputs = new double[answer.length];
        for (int i = 0; i < outputs.length; i++) outputs[i] = answer[i];
        return outputs;
    }
}
