package hillock.doctor;

/// Where the first number came up that is not finite.
///
/// @param epoch and
/// @param batch of the step in which it came up
/// @param phase in which part of the step
/// @param layer in which, from 1; one more than there are for the loss
/// @param operator what gave the number: `log(x)`
/// @param unit from 0
/// @param row of the training rows, from 1; 0 where none is known
/// @param operands what it was computed from
/// @param largest the size of the largest operand
/// @param result the number
/// @param growth by how much the largest weight had grown since the start
public record Birth(
        int epoch,
        int batch,
        Phase phase,
        int layer,
        String operator,
        int unit,
        int row,
        String operands,
        double largest,
        double result,
        double growth) {
    /// The row, in words where one is known.
    record Row(int number) {}

    /// What gave the number, in words: the weights themselves in a step.
    record Source(String operator) {}

    /// The parts of a step.
    public enum Phase {
        /// The network's answers and the loss.
        FORWARD,
        /// The gradients, from the loss back.
        BACKWARD,
        /// The optimizer's change of the weights.
        STEP
    }
}
