package hillock.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A page of the course: what it measured, as text and pictures.
///
/// ```java
/// Page page = P09Softmax.measure();
/// System.out.print(page.measured(Language.ENGLISH));
/// page.pictures(Language.CHINESE).getFirst().figure().writeSvg(Path.of("softmax.svg"));
/// ```
public sealed interface Page
        permits P01TensorsAndGradients,
                P02NeuronByHand,
                P03LayersAndNetwork,
                P04LinearIsNotEnough,
                P05Sigmoid,
                P06Tanh,
                P07ReluAndDeath,
                P08LeakyRelu,
                P09Softmax,
                P10VanishingGradients,
                P11FittingCurve,
                P12ChoosingActivation,
                P13DyingUnits,
                P14FadingGradients,
                P15TwoFaults {

    /// The results in the reader's language: Markdown that reads well in a terminal too.
    String measured(Language language);

    /// The pictures in the reader's language.
    List<Picture> pictures(Language language);

    /// What each page's `main` does: prints what was measured, in Chinese if the first argument is `zh`, and writes
    /// the pictures to `target/pictures`.
    static void show(Page page, String... args) throws IOException {
        Language language = Language.of(args);
        IO.println(page.measured(language));
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        for (Picture picture : page.pictures(language)) {
            Path file = folder.resolve(picture.name() + ".svg").toAbsolutePath();
            picture.figure().writeSvg(file);
            IO.println(language.of("Picture: ", "图:") + file);
        }
    }
}
