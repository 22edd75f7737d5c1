package hillock.nn;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Sweep;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network of linear layers and pointwise activations, computed in double precision on all rows of
/// some data, forward and backward. Near the minimum of a sum of squares float32 is too coarse to tell
/// a better step from a worse one: what is predicted and what was observed agree in most of their
/// digits.
final class DoubleNetwork {
    /// A layer at work: it keeps what its way back needs.
    private sealed interface Layer permits Affine, Pointwise {
        double[] forward(double[] w, double[] x);

        /// Adds to row i of `into` the derivatives by the layer's parameters, and returns those by its
        /// input, given those by its output.
        double[] backward(double[] w, double[] upstream, double[][] into);
    }

    private final int rows;
    private final double[] x;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<Parameter, Integer> offsets = new HashMap<>();
    private final int parameters;

    private DoubleNetwork(Module module, Tensor x) {
        this.rows = x.shape().dim(0);
        this.x = x.toDoubles();
        int at = 0;
        for (Parameter p : Parameters.of(module).values()) {
            offsets.put(p, at);
            at += p.value().shape().size();
        }
        this.parameters = at;
    }

    /// The network in double precision; nothing if it has other layers, or rows that are no vectors.
    static Optional<DoubleNetwork> of(Module module, Tensor x) {
        if (x.shape().rank() != 2) return Optional.empty();
        DoubleNetwork network = new DoubleNetwork(module, x);
        return network.add(module) ? Optional.of(network) : Optional.empty();
    }

    private boolean add(Module module) {
        return switch (module) {
            case Sequential(List<Module> inner) -> inner.stream().allMatch(this::add);
            case Linear linear ->
                layers.add(new Affine(linear, rows, offsets.get(linear.weight()), offsets.get(linear.bias())));
            case Learned learned ->
                layers.add(new Pointwise(learned.formula(), offsets.get(learned.weight()), learned.channels()));
            case Activation a
            when a.form() instanceof Activation.Pointwise -> layers.add(new Pointwise(a.formula(), -1, 0));
            default -> false;
        };
    }

    int parameters() {
        return parameters;
    }

    /// The outputs, row by row, of the network with parameters `w`.
    double[] forward(double[] w) {
        double[] y = x;
        for (Layer layer : layers) y = layer.forward(w, y);
        return y;
    }

    /// After [#forward]: adds to row i of `into` the derivatives by the parameters of what row i says,
    /// given those by its outputs. The rows may all be the same array, which then collects the
    /// gradient.
    void backward(double[] w, double[] upstream, double[][] into) {
        double[] g = upstream;
        for (Layer layer : layers.reversed()) g = layer.backward(w, g, into);
    }

    private static final class Affine implements Layer {
        private final int in;
        private final int out;
        private final int rows;
        private final int weight;
        private final int bias;
        private double[] x;

        Affine(Linear layer, int rows, int weight, int bias) {
            this.in = layer.in();
            this.out = layer.out();
            this.rows = rows;
            this.weight = weight;
            this.bias = bias;
        }

        @Override
        public double[] forward(double[] w, double[] x) {
            this.x = x;
            double[] y = new double[rows * out];
            for (int row = 0; row < rows; row++) {
                for (int o = 0; o < out; o++) {
                    double sum = w[bias + o];
                    int from = weight + o * in;
                    for (int i = 0; i < in; i++) sum += w[from + i] * x[row * in + i];
                    y[row * out + o] = sum;
                }
            }
            return y;
        }

        @Override
        public double[] backward(double[] w, double[] upstream, double[][] into) {
            double[] g = new double[rows * in];
            for (int row = 0; row < rows; row++) {
                double[] own = into[row];
                for (int o = 0; o < out; o++) {
                    double u = upstream[row * out + o];
                    own[bias + o] += u;
                    int from = weight + o * in;
                    for (int i = 0; i < in; i++) {
                        own[from + i] += u * x[row * in + i];
                        g[row * in + i] += u * w[from + i];
                    }
                }
            }
            return g;
        }
    }

    private static final class Pointwise implements Layer {
        private final Expr formula;
        private final Expr slope;
        /// Where the learned setting is, one number for each channel; -1 if there is none.
        private final int setting;

        private final int channels;
        private Sweep sweep;

        Pointwise(Expr formula, int setting, int channels) {
            this.formula = formula;
            this.slope = Derivative.of(formula, 0);
            this.setting = setting;
            this.channels = channels;
        }

        @Override
        public double[] forward(double[] w, double[] x) {
            if (setting < 0) {
                sweep = new Sweep(x);
            } else {
                double[] learned = new double[x.length];
                for (int i = 0; i < learned.length; i++) learned[i] = w[setting + i % channels];
                sweep = new Sweep(x, learned);
            }
            return sweep.of(formula);
        }

        @Override
        public double[] backward(double[] w, double[] upstream, double[][] into) {
            if (setting >= 0) {
                double[] bySetting = sweep.of(Derivative.of(formula, 1));
                int width = upstream.length / into.length;
                for (int i = 0; i < upstream.length; i++) {
                    into[i / width][setting + i % channels] += upstream[i] * bySetting[i];
                }
            }
            double[] slopes = sweep.of(slope);
            double[] g = new double[upstream.length];
            for (int i = 0; i < g.length; i++) g[i] = upstream[i] * slopes[i];
            return g;
        }
    }
}
