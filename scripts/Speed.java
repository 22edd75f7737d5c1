import hillock.expr.Expr;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import hillock.tensor.Threads;

/// How fast one thread is at a matrix product and at tanh, the median of 15 rounds after as many to warm up:
///   ./check -DskipTests && java -cp expr/target/classes:tensor/target/classes scripts/Speed.java
void main() {
    Threads.use(1);
    Rng rng = Rng.of(1);
    for (int n : new int[] {128, 512}) {
        Tensor a = Tensor.normal(rng, n, n);
        Tensor b = Tensor.normal(rng, n, n);
        int times = (int) (4e8 / n / n / n) + 1;
        double seconds = median(() -> a.matmul(b), times);
        IO.println("matmul %d x %d x %d: %.1f GFLOP/s".formatted(n, n, n, 2.0 * n * n * n / seconds / 1e9));
    }
    Tensor x = Tensor.normal(rng, 100_000);
    IO.println("tanh: %.2f ns per element".formatted(median(() -> x.map(Expr::tanh), 20) / 100_000 * 1e9));
}

double median(Runnable work, int times) {
    double[] seconds = new double[30];
    for (int round = 0; round < seconds.length; round++) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) work.run();
        seconds[round] = (System.nanoTime() - begun) / 1e9 / times;
    }
    double[] warm = java.util.Arrays.copyOfRange(seconds, 15, 30);
    java.util.Arrays.sort(warm);
    return warm[7];
}
