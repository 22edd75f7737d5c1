package hillock.cli;

import hillock.data.BadInput;
import hillock.plot.Figure;
import hillock.plot.Fonts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// The file that a figure goes to: its ending says whether as a PNG or as an SVG image.
final class FigureFile {
    private FigureFile() {}

    /// Complains before any work is done.
    static void check(Path file, Messages messages) throws IOException {
        if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, "Is a directory");
        if (!ends(file, ".png") && !ends(file, ".svg")) throw new BadInput(messages.text("plot.ending", file));
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) throw new BadInput(messages.text("plot.folder", folder));
    }

    /// The texts to draw with: English ones, and a note to the user, where a PNG would show boxes instead of Chinese.
    /// An SVG holds text, which is drawn with the fonts of whoever looks at it.
    static Messages readable(Path file, Figure figure, Console console) {
        if (ends(file, ".svg") || figure.undrawable().isEmpty()) return console.messages();
        console.err().println(console.messages().text("plot.font", Fonts.CHINESE_PACKAGE));
        return Messages.of(Language.EN);
    }

    static void write(Path file, Figure figure) throws IOException {
        try {
            if (ends(file, ".svg")) figure.writeSvg(file);
            else figure.writePng(file);
        } catch (AccessDeniedException | NoSuchFileException e) { // the latter under /proc, although it is there
            throw new AccessDeniedException(file.toString());
        } catch (FileSystemException e) { // may name the unfinished file beside it
            throw new FileSystemException(file.toString(), null, e.getReason());
        } catch (IllegalStateException noFont) {
            throw new BadInput(noFont.getMessage(), noFont);
        }
    }

    private static boolean ends(Path file, String ending) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
