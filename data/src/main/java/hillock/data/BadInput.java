package hillock.data;

/// What a user gave cannot be used. The message is one plain sentence for that user: what is wrong, where (file, line,
/// column), and how to mend it. The command line prints it and exits with code 2; no stack trace is of interest.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String sentence) {
        super(sentence);
    }

    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
