/// Pointwise expressions: a formula of one or several numbers, applied at every position of a tensor.
///
/// Everything elementwise in Hillock (activations, losses, optimizer rules) is an [hillock.expr.Expr]: six
/// record shapes and two tables of operators, [hillock.expr.Un] and [hillock.expr.Bin]. Each capability is
/// one traversal:
///
/// | to | see |
/// |---|---|
/// | compute a value in double precision | [hillock.expr.Expr#evaluate] |
/// | differentiate | [hillock.expr.Derivative] |
/// | tidy up | [hillock.expr.Simplify] |
/// | print | [hillock.expr.Print] |
/// | run over arrays | [hillock.expr.Kernel] |
package hillock.expr;
