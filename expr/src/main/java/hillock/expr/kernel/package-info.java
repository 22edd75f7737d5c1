/// How a [hillock.expr.Kernel] is run over arrays of `float`. Only the tensor module sees this package.
///
/// [hillock.expr.kernel.Program] is a list of steps over short blocks of numbers, each step one loop from
/// [hillock.expr.kernel.Block] that the JIT compiles to vector code. [hillock.expr.kernel.Elementary] has exp, log and
/// their kin, computed by polynomials so that every machine and every compiler stage gives the same bits.
package hillock.expr.kernel;
