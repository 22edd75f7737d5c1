package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    private static final Messages MESSAGES = Messages.of(Language.EN);
    private static final String FULL =
            "The disk is full: free some space or name another place, then run the command again.";
    private static final String FULL_AT =
            "The disk that holds \"m\" is full: free some space or name another place, then run the command again.";

    static List<Arguments> ofTheUser() {
        BadInput bad = new BadInput("Sentence.");
        return List.of(
                Arguments.of(bad, "Sentence."),
                Arguments.of(new ExecutionException(bad), "Sentence."),
                Arguments.of(
                        new CompletionException(new UncheckedIOException(new NoSuchFileException("a"))),
                        "There is no file \"a\": check the path."),
                Arguments.of(
                        new FileNotFoundException("a (1).csv (No such file or directory)"),
                        "There is no file \"a (1).csv\": check the path."),
                Arguments.of(new FileNotFoundException("dir (Is a directory)"), "\"dir\" is a directory: name a file."),
                Arguments.of(
                        new FileSystemException("dir", null, "Is a directory"), "\"dir\" is a directory: name a file."),
                Arguments.of(
                        new AccessDeniedException("/root/x"),
                        "Access to \"/root/x\" is denied: change its permissions or name another place."),
                Arguments.of(
                        new FileSystemException("/proc/x", null, "Read-only file system"),
                        "Access to \"/proc/x\" is denied: change its permissions or name another place."),
                Arguments.of(
                        new FileAlreadyExistsException("m"), "\"m\" exists already: remove it or name another place."),
                Arguments.of(new NotDirectoryException("m"), "\"m\" is not a directory: name a directory."),
                Arguments.of(new IOException("No space left on device"), FULL),
                Arguments.of(new FileSystemException("m", null, "No space left on device"), FULL_AT),
                Arguments.of(
                        new MalformedInputException(1),
                        "The text of the file is not UTF-8: save it as UTF-8 and try again."),
                Arguments.of(
                        new IOException("Input/output error"),
                        "Reading or writing failed (Input/output error): check the file and the disk, then run the"
                                + " command again."));
    }

    @ParameterizedTest
    @MethodSource
    void ofTheUser(Throwable error, String sentence) {
        assertThat(Failure.of(error, MESSAGES)).isEqualTo(new Failure(Main.BAD_INPUT, sentence, false));
    }

    @Test
    void whatIsNotKnownIsABug() {
        Failure failure = Failure.of(new NullPointerException("x is null"), MESSAGES);
        assertThat(failure.bug()).isTrue();
        assertThat(failure.exitCode()).isEqualTo(Main.BUG);
    }

    @Test
    void anInterruptionHasTheExitCodeOfCtrlC() {
        assertThat(Failure.of(new InterruptedException(), MESSAGES).exitCode()).isEqualTo(130);
    }
}
