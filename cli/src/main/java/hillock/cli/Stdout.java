package hillock.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output that remembers why it could not be written: a [java.io.PrintStream] only tells that.
final class Stdout extends OutputStream {
    private final OutputStream sink;
    private IOException failure;

    Stdout(OutputStream sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            sink.write(bytes, from, length);
        } catch (IOException e) {
            if (failure == null) failure = e;
            throw e;
        }
    }

    /// Why writing failed, unless because the reader of a pipe (`hillock … | head`) has seen enough.
    Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(e -> !FileTrouble.CLOSED_PIPE.isMeantBy(e));
    }
}
