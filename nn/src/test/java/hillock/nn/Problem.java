package hillock.nn;

import hillock.expr.Expr;
import hillock.reference.Golden;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the golden optimizers minimise: `lsq` mean((A w - b)²); `rosen` (1-x)² + 100 (y-x²)²; `mlp`
/// mean((tanh(X W1ᵀ + b1) W2ᵀ + b2 - Y)²).
record Problem(List<Parameter> parameters, Supplier<Tensor> loss) {
    static Problem of(String name, Golden golden) {
        return switch (name) {
            case "lsq" -> leastSquares(golden);
            case "rosen" -> rosenbrock(golden);
            case "mlp" -> network(golden);
            default -> throw new IllegalArgumentException("no problem " + name);
        };
    }

    /// All parameters in a row.
    float[] position() {
        Tensor[] rows = parameters.stream()
                .map(p -> p.value().detach())
                .map(t -> t.reshape(t.shape().size()))
                .toArray(Tensor[]::new);
        return Tensor.concat(0, rows).toArray();
    }

    private static Problem leastSquares(Golden golden) {
        Tensor a = golden.tensor("problem/lsq.A");
        Tensor b = golden.tensor("problem/lsq.b");
        Parameter w = Parameter.of(golden.tensor("problem/lsq.w0"));
        return new Problem(List.of(w), () -> Loss.MSE.apply(a.matmul(w.value()), b));
    }

    private static Problem rosenbrock(Golden golden) {
        Parameter p = Parameter.of(golden.tensor("problem/rosen.p0"));
        Expr x = Expr.input(0);
        Expr y = Expr.input(1);
        Expr valley = Expr.constant(1)
                .minus(x)
                .square()
                .plus(y.minus(x.square()).square().times(100));
        return new Problem(
                List.of(p),
                () -> Tensor.pointwise(valley, p.value().get(0), p.value().get(1)));
    }

    private static Problem network(Golden golden) {
        List<Parameter> p = Stream.of("W1", "b1", "W2", "b2")
                .map(name -> Parameter.of(golden.tensor("problem/mlp." + name)))
                .toList();
        Sequential net =
                Sequential.of(new Linear(p.get(0), p.get(1)), Activations.TANH, new Linear(p.get(2), p.get(3)));
        Tensor x = golden.tensor("problem/mlp.X");
        Tensor y = golden.tensor("problem/mlp.Y");
        return new Problem(p, () -> Loss.MSE.apply(net.apply(x), y));
    }
}
