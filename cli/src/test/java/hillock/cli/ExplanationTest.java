package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplanationTest {
    @TempDir
    private Path dir;

    /// A table in which weight decides, colour helps and noise does nothing; every fifteenth
    /// answer is wrong.
    private Path table() throws IOException {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("noise,colour,weight,heavy\n");
        for (int i = 0; i < 300; i++) {
            double weight = random.nextDouble();
            boolean red = random.nextBoolean();
            boolean heavy = weight + (red ? 0.2 : 0) > 0.6;
            boolean wrong = i % 15 == 7;
            csv.append(random.nextGaussian() + "," + (red ? "red" : "blue") + "," + weight + ","
                    + (heavy != wrong ? "yes" : "no") + "\n");
        }
        return Files.writeString(dir.resolve("weights.csv"), csv);
    }

    private Run fit(String options) throws IOException {
        Path out = dir.resolve("m");
        return Run.of(("fit " + table() + " --recipe tutorial --epochs 40 --out " + out + " " + options).split(" "));
    }

    @Test
    void theTerminalNamesWhatMatters() throws IOException {
        assertThat(fit("").out()).containsPattern("shuffled\\):\\s+\"weight\"\\s+\\+\\d");
        assertThat(fit("--lang zh").out()).contains("它的回答依据什么（打乱一列时的对数损失）：");
        assertThat(fit("--quiet").out()).doesNotContain("shuffled");
    }

    @Test
    void theReportShowsIt() throws IOException {
        fit("");
        assertThat(dir.resolve("m/report.html"))
                .content()
                .contains("Which columns matter", "rise of log loss", "How the answers go with them")
                .contains("The worst answers", "Probability of the truth")
                .containsPattern("<tr><th scope=\"row\">\\d+</th>\n<td>(yes|no)</td>");
        assertThat(dir.resolve("m")).isDirectoryContaining("glob:**/importance.png");
        assertThat(dir.resolve("m")).isDirectoryContaining("glob:**/dependence-1.png");
        assertThat(dir.resolve("m")).isDirectoryContaining("glob:**/reliability.png");
    }

    @Test
    void jsonHasAllOfIt() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(fit("--json").out());
        JsonNode first = json.at("/importance/columns/0");
        assertThat(json.at("/importance/metric").asString()).isEqualTo("log_loss");
        assertThat(first.get("column").asString()).isEqualTo("weight");
        assertThat(first.at("/change/log_loss").asDouble()).isPositive();
        assertThat(first.at("/change/accuracy").asDouble()).isNegative();
        JsonNode curve = json.at("/partial_dependence/0/curves/0");
        assertThat(curve.get("mean")).hasSameSizeAs(json.at("/partial_dependence/0/cells"));
        JsonNode worst = json.at("/worst_rows/0");
        assertThat((worst.get("line").asInt() - 2) % 15).isEqualTo(7);
        assertThat(worst.get("predicted").asString())
                .isNotEqualTo(worst.get("actual").asString());
        assertThat(List.copyOf(worst.get("values").propertyNames())).containsExactly("noise", "colour", "weight");
    }

    @Test
    void theCommandInTheReportMakesTheSameModelAgain() throws IOException {
        Path data = Files.move(table(), dir.resolve("my weights.csv"));
        Path out = dir.resolve("m");
        // Threads change nothing, so that the report is the same with any number of them.
        String options = "--hidden 8 --threads 1 --epochs 3 --drop=noise --out " + out;
        Run.of(Stream.concat(Stream.of("fit", data.toString()), Stream.of(options.split(" ")))
                .toArray(String[]::new));
        byte[] weights = Files.readAllBytes(out.resolve("weights.safetensors"));
        String page = Files.readString(out.resolve("report.html"));
        String quoted = "&#39;" + data + "&#39;";
        assertThat(page)
                .contains("<code>hillock fit " + quoted + " --hidden 8 --epochs 3 --drop=noise --out " + out
                        + " --seed 0</code>");
        String command = page.substring(page.indexOf("<code>hillock fit") + "<code>hillock ".length());
        command = command.substring(0, command.indexOf("</code>")).replace(quoted, "FILE");
        String[] words = command.split(" ");
        words[1] = data.toString();
        Files.delete(out.resolve("weights.safetensors"));
        assertThat(Run.of(words).code()).isEqualTo(Main.OK);
        assertThat(out.resolve("weights.safetensors")).hasBinaryContent(weights);
    }

    @Test
    void oneColumnAloneIsNotShuffled() {
        Run run = Run.of(
                "fit",
                "--example",
                "sine",
                "--epochs",
                "5",
                "--out",
                dir.resolve("m").toString(),
                "--json");
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.has("importance")).isFalse();
        assertThat(json.get("worst_rows")).hasSize(10);
        assertThat(dir.resolve("m/report.html")).content().doesNotContain("Which columns matter");
    }
}
