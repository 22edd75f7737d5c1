package hillock.tensor;

import java.util.Arrays;

/// A cell whose numbers change: what training changes in a network. [#value] gives the present numbers as a tensor,
/// which keeps them whatever happens to the cell later.
///
/// ```java
/// Variable w = Variable.of(Tensor.zeros(3));
/// w.value().times(x).sum().gradients().of(w.value());
/// ```
///
/// One thread changes a cell at a time.
public final class Variable {
    private static final Node.Leaf ASKS = new Node.Leaf(true);

    private final Shape shape;
    private Tensor value; // null while the numbers in storage are newer
    private float[] storage; // null until numbers are changed in place
    private int offset;
    private int version;

    private Variable(Tensor value) {
        this.shape = value.shape();
        this.value = value.requiresGradient();
    }

    public static Variable of(Tensor start) {
        return new Variable(start);
    }

    public Shape shape() {
        return shape;
    }

    /// The present value, a leaf that asks for its gradient; the same tensor until the numbers change.
    public Tensor value() {
        if (value == null) value = new Tensor(shape, Arrays.copyOfRange(storage, offset, offset + shape.size()), ASKS);
        Recording.reads(this, value);
        return value;
    }

    /// Replaces the numbers by those of a tensor of the same shape.
    public void set(Tensor next) {
        if (!next.shape().equals(shape)) {
            throw new IllegalArgumentException("a value of shape " + shape + " cannot become one of " + next.shape());
        }
        Recording.spoil("it changes a variable");
        version++;
        value = next.requiresGradient();
        if (storage != null) System.arraycopy(next.data(), 0, storage, offset, shape.size());
    }

    /// Where the numbers live that may be changed in place, followed by [#changed].
    float[] storage() {
        return storage;
    }

    int offset() {
        return offset;
    }

    /// Grows with each change.
    int version() {
        return version;
    }

    /// Gives the numbers a place where they may be changed, once and for all.
    void settle(float[] array, int at) {
        System.arraycopy(value.data(), 0, array, at, shape.size());
        storage = array;
        offset = at;
    }

    /// The numbers in the storage are newer than those of the value.
    void changed() {
        version++;
        value = null;
    }
}
