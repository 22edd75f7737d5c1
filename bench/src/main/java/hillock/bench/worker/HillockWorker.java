package hillock.bench.worker;

import hillock.bench.task.Cold;
import hillock.bench.task.Inference;
import hillock.bench.task.Peak;
import hillock.bench.task.Pointwise;
import hillock.bench.task.Product;
import hillock.bench.task.Size;
import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.expr.kernel.Simd;
import hillock.tensor.Threads;
import java.io.IOException;

/// Hillock, as a user of the library meets it.
public final class HillockWorker implements Server.Library {
    private final int threads;

    HillockWorker(int threads) {
        this.threads = threads;
    }

    /// Serves with so many threads.
    public static void main(String... args) throws IOException {
        int threads = Integer.parseInt(args[0]);
        Threads.use(threads);
        Server.serve(new HillockWorker(threads));
    }

    @Override
    public String conditions() {
        return "Hillock on " + System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                + (Simd.AVAILABLE ? "with" : "without") + " jdk.incubator.vector, " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public Job prepare(Task task, String variant) {
        return switch (task) {
            case Product product -> HillockProduct.job(product);
            case Pointwise pointwise -> HillockPointwise.job(pointwise);
            case Step step -> new HillockStep(step);
            case Inference inference -> HillockNetwork.inference(inference);
            case Cold _, Size _ -> throw new Job.Impossible("nothing is to be done");
            case Peak _ -> {
                if (!Simd.AVAILABLE) throw new Job.Impossible("it is measured by the Vector API, which is not there");
                yield Multiplying.job();
            }
        };
    }
}
