/// Minimising a smooth function of all its numbers at once, in double precision: L-BFGS,
/// Levenberg-Marquardt, and the linear algebra they need. [hillock.nn.Solver] trains networks by them.
package hillock.nn.solve;
