package hillock.nn;

import hillock.tensor.Tensor;
import hillock.tensor.Variable;

/// A tensor that training changes: the only thing in a network that does. What [#value] returned before a change keeps
/// its numbers.
public final class Parameter {
    private final Variable variable;

    private Parameter(Variable variable) {
        this.variable = variable;
    }

    public static Parameter of(Tensor start) {
        return new Parameter(Variable.of(start));
    }

    /// The present value, a leaf that asks for its gradient.
    public Tensor value() {
        return variable.value();
    }

    /// Replaces the value by one of the same shape.
    public void set(Tensor next) {
        variable.set(next);
    }

    /// The cell that holds the numbers, for those who change them in place.
    Variable variable() {
        return variable;
    }

    @Override
    public String toString() {
        return "Parameter" + variable.shape();
    }
}
