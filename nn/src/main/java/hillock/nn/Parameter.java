package hillock.nn;

import hillock.tensor.Tensor;

/// A tensor that training changes: the only thing in a network that does. What [#value] returned before a change keeps
/// its numbers.
public final class Parameter {
    private Tensor value;

    private Parameter(Tensor value) {
        this.value = value.requiresGradient();
    }

    public static Parameter of(Tensor start) {
        return new Parameter(start);
    }

    /// The present value, a leaf that asks for its gradient.
    public Tensor value() {
        return value;
    }

    /// Replaces the value by one of the same shape.
    public void set(Tensor next) {
        if (!next.shape().equals(value.shape())) {
            throw new IllegalArgumentException(
                    "a parameter of shape " + value.shape() + " cannot become " + next.shape());
        }
        value = next.requiresGradient();
    }

    @Override
    public String toString() {
        return "Parameter" + value.shape();
    }
}
