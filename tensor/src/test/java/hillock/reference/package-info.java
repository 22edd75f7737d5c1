/// What the numbers ought to be: a naive backend in double precision ([hillock.reference.Reference]), a check of
/// gradients against finite differences on it ([hillock.reference.GradientCheck]), and a reader of values that PyTorch
/// computed ([hillock.reference.Golden]). Published as the test-jar of this module, so that the layers and losses built
/// on tensors are tested against the same truth.
///
/// The reader needs Jackson: a module whose tests use it names `tools.jackson.core:jackson-databind` in test scope.
package hillock.reference;
