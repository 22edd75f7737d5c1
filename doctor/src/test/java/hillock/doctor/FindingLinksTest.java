package hillock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where findings are explained, there is something to read.
class FindingLinksTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @ParameterizedTest
    @EnumSource
    void everyCauseIsExplainedUnderAHeading(Cause cause) throws IOException {
        Finding finding = Finding.of(cause, Severity.NOTE, new Place.Network(), 0, 0, 1);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String[] link = finding.guide(locale).split("#", 2);
            Path file = root().resolve(link[0]);
            assertThat(file).exists();
            assertThat(HEADING.matcher(Files.readString(file)).results().map(h -> anchor(h.group(1))))
                    .as(finding.guide(locale))
                    .contains(link[1]);
        }
    }

    /// As GitHub makes it of a heading: small letters, hyphens for blanks, no punctuation.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/guide"))) folder = folder.getParent();
        return folder;
    }
}
