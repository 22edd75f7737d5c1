package hillock.tabular;

/// The models that answer for the same rows, the network and its rivals, from the least simple to the simplest.
///
/// ```java
/// fitted.candidate(Contender.TREES).scores().get("rmse");
/// ```
public enum Contender {
    NETWORK("network"),
    TREES("trees"),
    NEIGHBOURS("knn"),
    LINEAR("linear"),
    CONSTANT("constant");

    private final String key;

    Contender(String key) {
        this.key = key;
    }

    /// The name in files and JSON, which never changes.
    public String key() {
        return key;
    }
}
