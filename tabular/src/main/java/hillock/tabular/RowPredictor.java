package hillock.tabular;

import hillock.nn.Module;
import hillock.nn.Predictor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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

    /// The columns in which a row is outside.
    List<String> outside(Domain domain, Map<String, ?> row) {
        return outside(domain, column -> encoder.value(column, row));
    }

    /// The columns in which a row is outside.
    List<String> outside(Domain domain, Record row) {
        RecordReader reader = reader(row);
        return outside(domain, column -> reader.read(column, row));
    }

    private List<String> outside(Domain domain, IntFunction<Object> values) {
        List<String> names = preparation.codings().stream().map(Coding::name).toList();
        return IntStream.range(0, names.size())
                .filter(i -> domain.isOutside(names.get(i), encoder.place(i, values.apply(i))))
                .mapToObj(names::get)
                .toList();
    }

    private RecordReader reader(Record row) {
        RecordReader reader = readers.get(row.getClass());
        if (reader == null)
            reader = readers.computeIfAbsent(row.getClass(), type -> new RecordReader(type, preparation));
        return reader;
    }

    /// The outputs for a row that is a record.
    double[] outputs(Record row) {
        RecordReader reader = reader(row);
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
