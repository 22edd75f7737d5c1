package hillock.nn.solve;

/// A method that looks at all rows before each step.
public sealed interface Method permits Lbfgs, LevenbergMarquardt {}
