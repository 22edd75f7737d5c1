/// How a [hillock.expr.Kernel] is run over arrays of `float`. Only the tensor module sees this package.
///
/// [hillock.expr.kernel.Lowering] turns a kernel into [hillock.expr.kernel.Code], operations that IEEE 754 fixes to the
/// last bit, with exp, log and their kin from [hillock.expr.kernel.Elementary]. [hillock.expr.kernel.Bytecode] writes
/// it
/// as a class, one number at a time ([hillock.expr.kernel.ScalarValues]) or a vector of them
/// ([hillock.expr.kernel.VectorValues]), and [hillock.expr.kernel.Tier] decides which of the two runs.
package hillock.expr.kernel;
