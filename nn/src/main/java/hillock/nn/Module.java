package hillock.nn;

import hillock.tensor.Tensor;

/// A part of a network: a function with parameters inside. A network is a module made of modules.
///
/// Write one as a record: its components are its parameter tree (see [Parameters]).
///
/// ```java
/// record Residual(Module inner) implements Module {
///     public Tensor forward(Tensor x, Pass pass) {
///         return x.plus(inner.forward(x, pass));
///     }
/// }
/// ```
public interface Module {
    /// The output for a batch of inputs.
    Tensor forward(Tensor x, Pass pass);

    /// The output of a trained module, for use.
    default Tensor apply(Tensor x) {
        return forward(x, Pass.INFERENCE);
    }
}
