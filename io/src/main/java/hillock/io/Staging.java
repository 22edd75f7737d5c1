package hillock.io;

import hillock.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A hidden directory in which a folder is filled before it is put into its place in one step. Closed without that, it
/// leaves no trace.
final class Staging implements AutoCloseable {
    private final Place place;
    private final Path directory;
    /// Parents of the place that were made for it, outermost first.
    private final List<Path> made;

    private boolean done;

    private Staging(Place place, Path directory, List<Path> made) {
        this.place = place;
        this.directory = directory;
        this.made = made;
    }

    static Staging open(Place place) throws IOException {
        List<Path> made = new ArrayList<>();
        Path directory = place.workshop().resolve(hidden(place, "new"));
        Staging staging = new Staging(place, directory, made);
        try {
            for (Path parent : missing(place.workshop())) {
                Files.createDirectory(parent);
                made.add(parent);
            }
            Files.createDirectory(directory);
        } catch (IOException e) {
            staging.close();
            throw e;
        }
        return staging;
    }

    Path directory() {
        return directory;
    }

    /// Puts the filled directory into its place.
    void finish() throws IOException {
        switch (place.state()) {
            case NEW -> move(directory, place.folder());
            case EMPTY -> moveIn();
            case MODEL -> replace();
        }
        done = true;
    }

    /// The place itself may be where a disk is mounted, or a shell's current directory: it stays, and is filled. The
    /// list of files comes last: without it the folder is refused as damaged.
    private void moveIn() throws IOException {
        List<Path> moved = new ArrayList<>();
        try {
            for (Path file : entries(directory)) {
                Path to = place.folder().resolve(file.getFileName());
                move(file, to);
                moved.add(to);
            }
        } catch (IOException e) {
            for (Path file : moved) delete(file);
            throw e;
        }
        Files.delete(directory);
    }

    private void replace() throws IOException {
        Path old = place.workshop().resolve(hidden(place, "old"));
        move(place.folder(), old);
        try {
            move(directory, place.folder());
        } catch (IOException e) {
            move(old, place.folder());
            throw e;
        }
        delete(old);
    }

    @Override
    public void close() {
        if (done) return;
        delete(directory);
        for (Path parent : made.reversed()) delete(parent);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hidden(Place place, String what) {
        return "." + place.folder().getFileName() + "."
                + ProcessHandle.current().pid() + "-" + System.nanoTime() + "." + what;
    }

    /// The directory and its parents, as far as they are not there, outermost first.
    private static List<Path> missing(Path directory) {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory; at != null && !Files.exists(at); at = at.getParent()) missing.addFirst(at);
        Path there = missing.isEmpty() ? directory : missing.getFirst().getParent();
        if (there != null && !Files.isDirectory(there))
            throw new BadInput(there + " is a file, so no folder can be made in it: name another folder.");
        return missing;
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted(Comparator.comparing(p -> p.endsWith(Sums.FILE) ? "\uffff" : p.toString()))
                    .toList();
        }
    }

    /// What cannot be deleted stays: there is a better reason to complain about, or none.
    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            return;
        }
    }
}
