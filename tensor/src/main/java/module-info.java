/// Tensors and reverse-mode automatic differentiation on heap arrays.
module hillock.tensor {
    requires transitive hillock.expr;
    requires static jdk.incubator.vector;
    requires jdk.management;

    exports hillock.tensor;
}
