package hillock.tensor;

import hillock.tensor.backend.Gemm;
import hillock.tensor.backend.Matrix;
import hillock.tensor.backend.Reduce;
import hillock.tensor.backend.ReducedElements;
import hillock.tensor.backend.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A step of a [Plan]: what it reads and writes, and, once every buffer has its place, the code that does it.
sealed interface Operation
        permits Fused,
                Operation.Product,
                Operation.Reduction,
                Operation.Softmax,
                Operation.Copy,
                Operation.Indexed,
                Operation.Evaluated {
    List<Buffer> reads();

    List<Buffer> writes();

    /// The multiplications of matrix products: what a plan spends most of its time on.
    default long terms() {
        return this instanceof Product p ? (long) p.stack * p.m() * p.n() * p.k() : 0;
    }

    /// The step as code that allocates nothing.
    Runnable compile();

    /// A matrix product, and what is done elementwise with its rows as soon as they are there, or null.
    ///
    /// @param weights the variable that `b` is, if it seldom changes, or null
    record Product(
            int stack,
            View a,
            boolean transposeA,
            View b,
            boolean transposeB,
            Buffer result,
            Fused then,
            Variable weights)
            implements Operation {
        int m() {
            return a.dims()[a.dims().length - (transposeA ? 1 : 2)];
        }

        int n() {
            return b.dims()[b.dims().length - (transposeB ? 2 : 1)];
        }

        private int k() {
            return a.dims()[a.dims().length - (transposeA ? 2 : 1)];
        }

        Product then(Fused next) {
            return new Product(stack, a, transposeA, b, transposeB, result, next, weights);
        }

        @Override
        public List<Buffer> reads() {
            Stream<Buffer> own = Stream.of(a.buffer(), b.buffer());
            if (then == null) return own.toList();
            return Stream.concat(own, then.reads().stream().filter(read -> read != result))
                    .toList();
        }

        @Override
        public List<Buffer> writes() {
            List<Buffer> written = new ArrayList<>(List.of(result));
            if (then != null) written.addAll(then.writes());
            return written;
        }

        @Override
        public Runnable compile() {
            Matrix left = new Matrix(a.buffer().array, a.buffer().offset + a.offset(), m(), k(), transposeA);
            Matrix right = new Matrix(b.buffer().array, b.buffer().offset + b.offset(), k(), n(), transposeB);
            Gemm.Rows done = then == null ? null : then.byRows(stack * m(), n());
            if (weights == null || stack != 1) {
                return () -> Gemm.multiply(stack, left, right, result.array, result.offset, done);
            }
            Gemm.Packing packing = new Gemm.Packing();
            int[] version = {weights.version()};
            return () -> {
                if (version[0] != weights.version()) {
                    packing.forget();
                    version[0] = weights.version();
                }
                Gemm.multiply(left, right, packing, result.array, result.offset, done);
            };
        }
    }

    /// A reduction of the middle one of three dimensions.
    ///
    /// @param feed the loop that computes x for this alone, which then is never stored; null if x is there
    record Reduction(Node.Reduction op, View x, int outer, int reduced, int inner, Buffer result, Fused feed)
            implements Operation {
        /// The same, of what that loop computes.
        Reduction fedBy(Fused loop) {
            return new Reduction(op, x, outer, reduced, inner, result, loop);
        }

        @Override
        public List<Buffer> reads() {
            return feed == null ? List.of(x.buffer()) : feed.reads();
        }

        @Override
        public List<Buffer> writes() {
            if (feed == null) return List.of(result);
            List<Buffer> written = new ArrayList<>(feed.writes());
            written.add(result);
            return written;
        }

        @Override
        public Runnable compile() {
            if (feed != null) {
                ReducedElements elements = feed.reduced(x.buffer());
                return switch (op) {
                    case SUM -> () -> elements.sum(outer, reduced, inner, result.array, result.offset);
                    case MAX -> () -> elements.max(outer, reduced, inner, result.array, result.offset);
                };
            }
            float[] from = x.buffer().array;
            int at = x.buffer().offset + x.offset();
            return switch (op) {
                case SUM -> () -> Reduce.sum(from, at, outer, reduced, inner, result.array, result.offset);
                case MAX -> () -> Reduce.max(from, at, outer, reduced, inner, result.array, result.offset);
            };
        }
    }

    /// The softmax of rows, or its logarithm; or what flows back through it.
    ///
    /// @param gy null for the softmax itself; with it `x` is the softmax's result
    record Softmax(boolean log, View x, View gy, Buffer result) implements Operation {
        @Override
        public List<Buffer> reads() {
            return gy == null ? List.of(x.buffer()) : List.of(x.buffer(), gy.buffer());
        }

        @Override
        public List<Buffer> writes() {
            return List.of(result);
        }

        @Override
        public Runnable compile() {
            float[] from = x.buffer().array;
            int at = x.buffer().offset + x.offset();
            int length = x.dims()[x.dims().length - 1];
            int rows = length == 0 ? 0 : result.size / length;
            if (gy == null) {
                return () ->
                        hillock.tensor.backend.Softmax.of(log, from, at, rows, length, result.array, result.offset);
            }
            float[] upstream = gy.buffer().array;
            int upstreamAt = gy.buffer().offset + gy.offset();
            return () -> hillock.tensor.backend.Softmax.gradient(
                    log, from, at, upstream, upstreamAt, rows, length, result.array, result.offset);
        }
    }

    /// A copy that puts scattered numbers one after the other.
    record Copy(View x, Buffer result) implements Operation {
        @Override
        public List<Buffer> reads() {
            return List.of(x.buffer());
        }

        @Override
        public List<Buffer> writes() {
            return List.of(result);
        }

        @Override
        public Runnable compile() {
            float[] from = x.buffer().array;
            Walk walk = new Walk(x.dims(), x.strides(), x.buffer().offset + x.offset());
            return () -> walk.forEachRow((row, at, length, stride) -> {
                for (int i = 0; i < length; i++) result.array[result.offset + row + i] = from[at + i * stride];
            });
        }
    }

    /// `y[i][j] = x[i][index[i][j]]`, or the reverse, `y[i][index[i][j]] += x[i][j]`.
    record Indexed(boolean gathers, View x, int length, View index, int rows, Buffer result) implements Operation {
        @Override
        public List<Buffer> reads() {
            return List.of(x.buffer(), index.buffer());
        }

        @Override
        public List<Buffer> writes() {
            return List.of(result);
        }

        @Override
        public Runnable compile() {
            float[] from = x.buffer().array;
            int fromAt = x.buffer().offset + x.offset();
            float[] positions = index.buffer().array;
            int positionsAt = index.buffer().offset + index.offset();
            int columns = index.dims()[1];
            return gathers
                    ? () -> Indexing.gatherColumns(
                            from, fromAt, length, positions, positionsAt, rows, columns, result.array, result.offset)
                    : () -> Indexing.scatterColumns(
                            from, fromAt, length, positions, positionsAt, rows, columns, result.array, result.offset);
        }
    }

    /// Any other node, computed as if it stood alone.
    record Evaluated(Node node, Shape shape, List<View> inputs, Buffer result) implements Operation {
        @Override
        public List<Buffer> reads() {
            return inputs.stream().map(View::buffer).toList();
        }

        @Override
        public List<Buffer> writes() {
            return List.of(result);
        }

        @Override
        public Runnable compile() {
            List<float[]> copies = inputs.stream()
                    .map(v -> new float[Shape.of(v.dims()).size()])
                    .toList();
            List<Tensor> tensors = new ArrayList<>();
            for (int i = 0; i < copies.size(); i++) {
                tensors.add(Making.leaf(Shape.of(inputs.get(i).dims()), copies.get(i)));
            }
            Node alone = node.withReads(tensors);
            return () -> {
                for (int i = 0; i < copies.size(); i++) {
                    View v = inputs.get(i);
                    System.arraycopy(
                            v.buffer().array, v.buffer().offset + v.offset(), copies.get(i), 0, copies.get(i).length);
                }
                float[] numbers = Forward.numbers(alone, shape);
                System.arraycopy(numbers, 0, result.array, result.offset, numbers.length);
            };
        }
    }
}
