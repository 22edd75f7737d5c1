/// Tensors and reverse-mode automatic differentiation.
///
/// Read in this order: [hillock.tensor.Shape]; [hillock.tensor.Tensor], immutable numbers in row-major
/// order; [hillock.tensor.Node], the dozen ways in which a tensor comes from others; [hillock.tensor.Vjp],
/// one switch over them that is all of differentiation; [hillock.tensor.Gradients], the walk backwards.
/// [hillock.tensor.Rng] is the only source of randomness.
package hillock.tensor;
