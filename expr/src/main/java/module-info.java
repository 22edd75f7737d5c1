/// Pointwise expressions: one formula, written once, from which values, derivatives and kernels follow.
module hillock.expr {}
