package hillock.nn;

/// What another library calls an activation.
///
/// ```java
/// new Elsewhere(Library.KERAS, "leaky_relu", "leaky_relu(negative_slope=0.2)");   // Keras has another default
/// ```
///
/// @param name with what has to be given there
/// @param here how to write in Hillock what that computes; empty if it is this activation with its defaults
public record Elsewhere(Library library, String name, String here) {
    /// Whose names are known.
    public enum Library {
        PYTORCH("PyTorch"),
        KERAS("Keras"),
        JAX("JAX"),
        ONNX("ONNX");

        private final String title;

        Library(String title) {
            this.title = title;
        }

        /// As it calls itself.
        public String title() {
            return title;
        }
    }
}
