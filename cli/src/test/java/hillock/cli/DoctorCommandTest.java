package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    @TempDir
    private static Path dir;

    private static final String FIT = "fit --hidden 16 --activation tanh --batch 32 --epochs 60 --out ";

    private static Path table(String name, int rows, double scale) throws IOException {
        StringBuilder csv = new StringBuilder("x,kind,y\n");
        for (int i = 0; i < rows; i++) {
            double x = scale * (i - rows / 2.0) / rows;
            csv.append(x)
                    .append(i % 2 == 0 ? ",a," : ",b,")
                    .append(x * x / scale)
                    .append('\n');
        }
        return Files.writeString(dir.resolve(name), csv);
    }

    private static Run run(String command) {
        return Run.of(command.split(" "));
    }

    @BeforeAll
    static void fitOnce() throws IOException {
        Path rows = table("rows.csv", 120, 4);
        assertThat(run(FIT + dir.resolve("m") + " --lr 0.01 " + rows).code()).isEqualTo(Main.OK);
        // Steps of 50 leave all units where tanh is flat.
        assertThat(run(FIT + dir.resolve("sick") + " --lr 50 " + rows).code()).isEqualTo(Main.OK);
    }

    @Test
    void aSoundNetworkIsHealthyWithAndWithoutRows() {
        Run alone = run("doctor " + dir.resolve("m"));
        assertThat(alone.code()).as(alone.out()).isEqualTo(Main.OK);
        assertThat(alone.out()).contains("weights alone", "hillock doctor " + dir.resolve("m") + " data.csv");
        Run rows = run("doctor " + dir.resolve("m") + " " + dir.resolve("rows.csv"));
        assertThat(rows.code()).as(rows.out()).isEqualTo(Main.OK);
        assertThat(rows.out()).contains("on 120 rows");
    }

    @Test
    void aSickOneIsNotAndTheExitCodeSaysSo() {
        Run run = run("doctor " + dir.resolve("sick") + " " + dir.resolve("rows.csv") + " --json");
        assertThat(run.code()).as(run.out()).isEqualTo(Main.UNHEALTHY);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.propertyNames()).containsExactly("model", "rows", "healthy", "findings");
        assertThat(json.get("rows").asInt()).isEqualTo(120);
        assertThat(json.get("healthy").asBoolean()).isFalse();
        assertThat(run("--lang zh doctor " + dir.resolve("sick") + " " + dir.resolve("rows.csv"))
                        .out())
                .contains("医生的发现", "怎么办");
    }

    @Test
    void whatCannotBeUsedIsOneSentence() throws IOException {
        Path without = Files.writeString(dir.resolve("without.csv"), "x,kind\n1,a\n");
        Path empty = Files.writeString(dir.resolve("empty.csv"), "x,kind,y\n1,a,\n");
        for (Path table : new Path[] {without, empty}) {
            Run run = run("doctor " + dir.resolve("m") + " " + table);
            assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(run("doctor " + dir.resolve("none")).err()).contains("there is no folder");
    }
}
