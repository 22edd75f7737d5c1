package hillock.tensor;

import hillock.tensor.backend.Workers;

/// How many threads compute. The results do not depend on it, to the last bit.
///
/// ```java
/// Threads.use(1);     // leave the other processors to others
/// ```
public final class Threads {
    private Threads() {}

    /// At most so many, the caller among them, from now on; as many as there are processors if never said.
    public static void use(int count) {
        Workers.useThreads(count);
    }
}
