/// Pointwise expressions: one formula, written once, from which values, derivatives and kernels follow.
@SuppressWarnings("module") // javac does not see hillock.tensor when it compiles this module
module hillock.expr {
    requires static jdk.incubator.vector;

    exports hillock.expr;
    exports hillock.expr.kernel to
            hillock.tensor;
}
