package hillock.io;

import hillock.data.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where a model folder is to be: nowhere yet, in an empty directory, or in place of an older model. Anything else is
/// refused, so that no file of the user's is ever lost.
///
/// @param named as the user names it, for messages
/// @param folder the same, absolute and through links
record Place(Path named, Path folder, State state) {
    enum State {
        NEW,
        EMPTY,
        MODEL
    }

    /// What file browsers leave behind.
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    /// Looks at what is there.
    ///
    /// @throws BadInput where no model can be put
    static Place of(Path named) {
        try {
            Path folder = named.toAbsolutePath().normalize();
            if (!Files.exists(folder)) {
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                    throw new BadInput(named + " is a link that leads nowhere: remove it or name another folder.");
                return new Place(named, folder, State.NEW);
            }
            if (!Files.isDirectory(folder))
                throw new BadInput(named + " is a file: name a folder to write the model to.");
            folder = folder.toRealPath();
            List<String> names = names(folder);
            if (names.isEmpty()) return new Place(named, folder, State.EMPTY);
            requireReplaceable(named, folder, names);
            return new Place(named, folder, State.MODEL);
        } catch (IOException e) {
            throw unwritable(named, e);
        }
    }

    /// The directory in which the new folder is filled: on the same disk, so that it can be moved.
    Path workshop() {
        return state == State.EMPTY ? folder : folder.getParent();
    }

    static BadInput unwritable(Path named, IOException e) {
        return new BadInput(named + " cannot be written: " + BadInput.reason(e) + ".", e);
    }

    private static void requireReplaceable(Path named, Path folder, List<String> names) throws IOException {
        if (!ModelFolder.isOurs(folder))
            throw new BadInput(named + " is a directory that holds other things (" + names.getFirst()
                    + (names.size() > 1 ? ", …" : "") + "): name a folder that is empty or not there yet.");
        Map<String, String> written = Sums.read(folder);
        for (String name : Sums.names(folder)) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (!written.containsKey(name) && !ModelFolder.FILES.contains(name) && !LITTER.contains(file))
                throw new BadInput(named + " holds a model, which would be replaced, and " + name
                        + ", which Hillock did not write: move that away or name another folder.");
        }
        if (Path.of("").toRealPath().startsWith(folder))
            throw new BadInput(named + " is the current directory and holds a model:"
                    + " go to another directory to replace it, or name another folder.");
        Path parent = folder.getParent();
        if (parent == null || !Files.getFileStore(folder).equals(Files.getFileStore(parent)))
            throw new BadInput(
                    named + " is where a disk is mounted and holds a model that cannot be replaced in one step:"
                            + " name a folder in it, say " + named.resolve("model") + ".");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
