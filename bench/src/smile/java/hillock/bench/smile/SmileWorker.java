package hillock.bench.smile;

import hillock.bench.task.Inference;
import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.bench.worker.Job;
import hillock.bench.worker.Server;
import java.io.IOException;
import java.util.stream.IntStream;

/// Smile's multilayer perceptron. It takes rows of doubles one at a time, draws its own start and has no Adam: it is
/// given what is nearest, RMSProp with momentum, and its results are not compared.
public final class SmileWorker implements Server.Library {
    private final String version;

    private SmileWorker(String version) {
        this.version = version;
    }

    /// Serves. The second argument is Smile's version, which its jar does not tell.
    public static void main(String... args) throws IOException {
        Server.serve(new SmileWorker(args.length > 1 ? args[1] : ""));
    }

    @Override
    public String conditions() {
        return "Smile " + version;
    }

    @Override
    public Job prepare(Task task, String variant) {
        return switch (task) {
            case Step step -> new SmileStep(step);
            case Inference inference -> {
                smile.classification.MLP net = SmileStep.classifier(inference);
                double[] x = IntStream.range(0, inference.in(0)).mapToDouble(i -> inference.x()[i]).toArray();
                yield Job.repeating(() -> net.predict(x), _ -> new float[0]);
            }
            default -> throw new Job.Impossible("Smile was not asked for " + task.name());
        };
    }
}
