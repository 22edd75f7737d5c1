package hillock.bench.smile;

import hillock.bench.task.Inference;
import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.bench.worker.Job;
import hillock.bench.worker.Server;
import java.io.IOException;
import java.util.stream.IntStream;
import smile.classification.MLP;

/// Smile's multilayer perceptron. It takes rows of doubles one at a time, draws its own start and has no Adam: it is
/// given what is nearest, RMSProp with momentum, and its results are not compared.
public final class SmileWorker implements Server.Library {
    private SmileWorker() {}

    /// Serves.
    public static void main(String... args) throws IOException {
        Server.serve(new SmileWorker());
    }

    @Override
    public String conditions() {
        return Server.jarOf(MLP.class);
    }

    @Override
    public Job prepare(Task task, String variant) {
        return switch (task) {
            case Step step -> new SmileStep(step);
            case Inference inference -> {
                MLP net = SmileStep.classifier(inference);
                double[] x = IntStream.range(0, inference.in(0))
                        .mapToDouble(i -> inference.x()[i])
                        .toArray();
                yield Job.repeating(() -> net.predict(x), _ -> new float[0]);
            }
            default -> throw new Job.Impossible("Smile was not asked for " + task.name());
        };
    }
}
