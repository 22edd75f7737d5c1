package hillock.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The course as text with pictures: `README.md` and `README.zh-CN.md`, in which each page's results stand between the
/// comments `<!-- measured P06Tanh -->` and `<!-- end -->`, and the folder `pictures` beside them.
///
/// ```java
/// Course course = Course.measure();
/// course.write(Path.of("docs/guide"), Path.of("docs/guide"));
/// ```
///
/// From the command line: `java -cp … hillock.guide.Course docs/guide`.
///
/// @param pages all of them, in order
public record Course(List<Page> pages) {
    private static final Pattern BLOCK = Pattern.compile("<!-- measured (\\w+) -->\n.*?<!-- end -->", Pattern.DOTALL);

    public Course {
        pages = List.copyOf(pages);
    }

    /// Writes the results and pictures into the folder that the first argument names.
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            IO.println("Name the folder of the course: docs/guide");
            return;
        }
        Path folder = Path.of(args[0]);
        measure().write(folder, folder);
        IO.println("Measured and drew the course in " + folder.toAbsolutePath());
    }

    /// Runs every page.
    public static Course measure() {
        List<Supplier<Page>> lessons = List.of(
                P01TensorsAndGradients::measure,
                P02NeuronByHand::measure,
                P03LayersAndNetwork::measure,
                P04LinearIsNotEnough::measure,
                P05Sigmoid::measure,
                P06Tanh::measure,
                P07ReluAndDeath::measure,
                P08LeakyRelu::measure,
                P09Softmax::measure,
                P10VanishingGradients::measure,
                P11FittingCurve::measure,
                P12ChoosingActivation::measure,
                P13DyingUnits::measure,
                P14FadingGradients::measure,
                P15TwoFaults::measure);
        return new Course(lessons.stream().map(Supplier::get).toList());
    }

    /// The text's file in that language.
    static String readme(Language language) {
        return language.of("README.md", "README.zh-CN.md");
    }

    /// The pictures' folder, seen from the text.
    static String pictures(Language language) {
        return "pictures/" + language.code();
    }

    /// The page of that class.
    <P extends Page> P page(Class<P> type) {
        return pages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Writes both texts, taken from folder `from`, with present results, and all pictures.
    public void write(Path from, Path to) throws IOException {
        for (Language language : Language.values()) {
            Path pictures = Files.createDirectories(to.resolve(pictures(language)));
            String text = Files.readString(from.resolve(readme(language)));
            Files.writeString(to.resolve(readme(language)), withResults(text, language));
            for (Page page : pages) {
                for (Picture picture : page.pictures(language)) {
                    Files.writeString(pictures.resolve(picture.name() + ".svg"), picture.svg());
                }
            }
        }
    }

    /// The text with each block of results replaced by the present ones.
    String withResults(String text, Language language) {
        return BLOCK.matcher(text).replaceAll(block -> {
            String name = block.group(1);
            Page page = pages.stream()
                    .filter(p -> p.getClass().getSimpleName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no page " + name));
            String results = page.measured(language).strip();
            return Matcher.quoteReplacement("<!-- measured " + name + " -->\n\n" + results + "\n\n<!-- end -->");
        });
    }
}
