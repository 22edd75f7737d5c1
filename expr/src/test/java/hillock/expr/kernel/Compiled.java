package hillock.expr.kernel;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A kernel in every form that it can take: scalar, and in vectors of each length.
final class Compiled {
    private final Lowering lowering;
    private final Kernel kernel;
    final Map<String, Form> forms = new LinkedHashMap<>();

    Compiled(Kernel kernel, long still) {
        this.kernel = kernel;
        this.lowering = Lowering.of(kernel);
        int inputs = kernel.inputs();
        List<Integer> places = IntStream.range(inputs, inputs + kernel.outputs().size())
                .boxed()
                .toList();
        Body body = lowering.body(inputs, places, still);
        forms.put("scalar", Bytecode.compile(body, new ScalarValues(), null));
        for (int bits : List.of(128, 256, 512)) {
            forms.put(bits + " bits", VectorForms.compile(body, VectorForms.species(bits)));
        }
    }

    static Compiled of(Expr e) {
        return new Compiled(Kernel.of(e), 0);
    }

    /// The results of one form for inputs in one row.
    float[][] run(Form form, double[] params, int n, float[]... inputs) {
        int outputs = kernel.outputs().size();
        float[][] arrays = new float[kernel.inputs() + outputs][];
        System.arraycopy(inputs, 0, arrays, 0, kernel.inputs());
        float[][] results = new float[outputs][n];
        System.arraycopy(results, 0, arrays, kernel.inputs(), outputs);
        form.run(arrays, new int[arrays.length], new int[arrays.length], uniforms(params), 1, n);
        return results;
    }

    float[] uniforms(double... params) {
        float[] values = new float[lowering.uniforms.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) lowering.uniforms.get(i).evaluate(new double[0], params);
        }
        return values;
    }
}
