package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitTest {
    @TempDir
    private Path dir;

    private Run fit(String options) {
        return Run.of(("fit --epochs 15 --out " + dir.resolve("m") + " " + options).split(" "));
    }

    private JsonNode json(String options) {
        Run run = fit("--json " + options);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(Main.OK);
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void withoutAFileItListsTheExamples() {
        Run run = Run.of("fit");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out()).contains("sine", "spiral", "co2", "hillock fit FILE.csv", "hillock demo");
        assertThat(run.out().lines().mapToInt(String::length).max().orElse(0)).isLessThan(100);
    }

    @Test
    void tellsWhatItFoundAndWhatCameOut() {
        Run run = fit("--example moons --rows 150");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("moons: 150 rows, 3 columns", "Inputs (2):", "120 to learn from, 30 to judge by")
                .contains("8 networks were trained and answer together (15 epochs at most")
                .contains("trained again, on all 150 rows")
                .contains(
                        "on 30 validation rows",
                        "  accuracy  log loss",
                        "logistic model",
                        "always blue",
                        "nearest neighbours",
                        "forest of 200 trees")
                .contains("hillock predict " + dir.resolve("m") + " new.csv");
        assertThat(dir.resolve("m"))
                .isDirectoryContaining("glob:**/weights.safetensors")
                .isDirectoryContaining("glob:**/model.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/regions.png")
                .isDirectoryContaining("glob:**/confusion.png")
                .isDirectoryContaining("glob:**/loss.png");
    }

    @Test
    void theTutorialsNetworkIsOneOptionAway() {
        Run run = fit("--example moons --rows 150 --recipe tutorial");
        assertThat(run.out()).contains("Training ended after epoch 15", "it may take no more");
        assertThat(dir.resolve("m/report.html")).content().contains("2 → 64 → 64 → 1, relu", "the tutorial&#39;s way");
        assertThat(fit("--example moons --recipe best").err()).contains("--recipe cannot be \"best\"", "tutorial");
    }

    @Test
    void aCurveIsFittedByLeastSquares() {
        Run run = Run.of("fit", "--example", "sine", "--out", dir.resolve("m").toString());
        assertThat(run.out()).contains("by Levenberg-Marquardt", "the better 3 of them answer");
        assertThat(dir.resolve("m/report.html")).content().contains("3 × 1 → 12 → 12 → 1, tanh");
    }

    @Test
    void theDoctorSaysWhatIsWrongAndTheExitCodeToo() {
        Run run = fit("--example sine --rows 100 --lr 100 --doctor");
        assertThat(run.code()).isEqualTo(Main.UNHEALTHY);
        assertThat(run.out()).contains("Serious, D10: the network", "learning rate 100 is too high", "What helps:");
        assertThat(dir.resolve("m/report.html")).content().contains("What the doctor found", "Serious, D10");
        for (String picture : List.of("units", "gradients", "sums", "steps", "rate", "bends"))
            assertThat(dir.resolve("m/doctor-" + picture + ".png")).isNotEmptyFile();
        assertThat(fit("--example sine --rows 100 --lr 100").code()).isEqualTo(Main.OK);
    }

    @Test
    void theRangeTestFindsALearningRate() {
        JsonNode json = json("--example sine --rows 100 --lr auto");
        JsonNode test = json.get("lr_range_test");
        assertThat(test.get("chosen").asDouble()).isBetween(1e-4, 1.0);
        assertThat(test.get("rates")).hasSameSizeAs(test.get("losses"));
        assertThat(dir.resolve("m/model.json"))
                .content()
                .contains("adamw(lr=" + test.get("chosen").asDouble());
        assertThat(dir.resolve("m/learning-rate.png")).isNotEmptyFile();
        assertThat(fit("--example sine --rows 100 --lr auto").out()).contains("Learning rate 0.0", "range test");
        assertThat(fit("--example sine --rows 100 --lr often").err()).contains("--lr cannot be \"often\"", "or auto");
    }

    @Test
    void mendsAreTriedAndToldWithTheirSpread() {
        Run run = fit("--example sine --rows 60 --lr 100 --what-if --json");
        assertThat(run.code()).isEqualTo(Main.UNHEALTHY);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        JsonNode first = json.get("what_if").get("trials").get(0);
        assertThat(List.copyOf(first.propertyNames()))
                .containsExactly("mend", "for", "before", "after", "change", "spread", "outcome");
        assertThat(first.get("mend").asString()).isEqualTo("tested_rate");
        assertThat(first.get("outcome").asString()).isEqualTo("better");
        assertThat(first.get("before")).hasSize(3);
        assertThat(dir.resolve("m/report.html")).content().contains("What if", "learning rate of the range test");
        assertThat(fit("--example sine --rows 60 --lr 100 --what-if").out())
                .contains("What if", "learning rate of the range test (D10)", " ± ", "better");
    }

    @Test
    void whatCannotBeTriedIsNamed() {
        JsonNode tried = JsonMapper.shared()
                .readTree(fit("--example sine --rows 100 --activation log(x) --what-if --json")
                        .out())
                .get("what_if")
                .get("untried");
        assertThat(tried.get(0).get("for").asString()).isEqualTo("D11");
        assertThat(tried.get(0).get("name").asString()).isEqualTo("operator_undefined");
        assertThat(tried.get(0).get("why").asString()).isEqualTo("no_trial");
    }

    /// Several networks at once, of which the first is watched.
    @Test
    void theDoctorChangesNoByteOfTheWeights() throws IOException {
        String command = "--example moons --rows 60 --members 3";
        fit(command);
        byte[] alone = Files.readAllBytes(dir.resolve("m/weights.safetensors"));
        fit(command + " --doctor");
        assertThat(Files.readAllBytes(dir.resolve("m/weights.safetensors"))).isEqualTo(alone);
    }

    @Test
    void findingsAreRankedInJson() {
        Run run = fit("--example sine --rows 100 --activation log(x) --json --doctor");
        assertThat(run.code()).isEqualTo(Main.UNHEALTHY);
        JsonNode first = JsonMapper.shared().readTree(run.out()).get("findings").get(0);
        assertThat(List.copyOf(first.propertyNames()))
                .containsExactly("id", "name", "severity", "where", "measure", "healthy", "cause", "mend", "guide");
        assertThat(first.get("id").asString()).isEqualTo("D11");
        assertThat(first.get("severity").asString()).isEqualTo("serious");
        assertThat(first.get("healthy")).hasSize(2);
        assertThat(json("--example sine --rows 100").has("findings")).isFalse();
    }

    @Test
    void crossValidationHasMeansAndSpreads() throws IOException {
        Run run = fit("--example moons --rows 60 --cv 3 --repeats 2");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out())
                .contains("Over 3 folds of 60 rows, divided anew 2 times: mean ± standard deviation")
                .containsPattern("> network +\\d+\\.\\d ± \\d+\\.\\d %")
                .contains("60 rows that");
        assertThat(run.out().lines().mapToInt(String::length).max().orElse(0)).isLessThanOrEqualTo(80);
        assertThat(Files.readString(dir.resolve("m/report.html"))).contains("Over 3 folds of 60 rows");
        JsonNode cv = json("--example sine --rows 60 --cv 3").get("cross_validation");
        assertThat(cv.get("folds").asInt()).isEqualTo(3);
        for (String model : List.of("network", "trees", "knn", "linear", "constant")) {
            JsonNode r2 = cv.get(model).get("r2");
            assertThat(r2.get("folds")).hasSize(3);
            assertThat(r2.get("mean").asDouble())
                    .isCloseTo(
                            (r2.get("folds").get(0).asDouble()
                                            + r2.get("folds").get(1).asDouble()
                                            + r2.get("folds").get(2).asDouble())
                                    / 3,
                            within(1e-9));
            assertThat(r2.get("deviation").asDouble()).isPositive();
        }
    }

    @Test
    void saysByWhatRowsAreDivided() throws IOException {
        StringBuilder csv = new StringBuilder("day,patient,x,y\n");
        for (int i = 0; i < 40; i++)
            csv.append("2024-01-%02d,p%d,%d,%d\n".formatted(i / 2 + 1, i % 8, i * 7 % 13, i * 7 % 13 + i % 3));
        Path table = Files.writeString(dir.resolve("t.csv"), csv);
        assertThat(fit(table + " --time day --cv 3").out())
                .contains("32 to learn from, 8 to judge by (validation), the newest by \"day\"");
        assertThat(fit(table + " --group patient").out())
                .contains("no \"patient\" on both sides")
                .containsPattern("Left out \\(1\\):\n +patient +it says which rows belong together");
    }

    @Test
    void triesActivationsWhereAskedTo() {
        Run run = fit("--example moons --rows 100 --activation auto");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out())
                .contains("Activations tried on 80 training rows, 3 rounds each")
                .containsPattern("leaky_relu +0\\.\\d+ +± 0\\.\\d+ +0\\.")
                .containsPattern("\\w+ is taken: ");
        assertThat(dir.resolve("m")).isDirectoryContaining("glob:**/activations.png");
        JsonNode trials = json("--example sine --rows 100 --activation auto").get("activation_trials");
        assertThat(trials.get("trials").size()).isEqualTo(5);
        assertThat(trials.get("trials").get(0).get("scores").size()).isEqualTo(3);
        assertThat(trials.get("measure").asString()).isEqualTo("rmse");
    }

    @Test
    void aWideTableStillFitsOnAScreen() throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 500; i++)
            csv.append("column_").append(i).append(i % 2 == 0 ? "" : "_id").append(',');
        csv.append("y\n");
        for (int row = 0; row < 20; row++) {
            for (int i = 0; i < 500; i++)
                csv.append(i % 2 == 0 ? (row * 7 + i) % 11 : row).append(',');
            csv.append(row % 2 == 0 ? "no" : "yes").append('\n');
        }
        Path table = Files.writeString(dir.resolve("wide.csv"), csv);
        Run run = fit(table.toString());
        assertThat(run.out()
                        .lines()
                        .takeWhile(line -> !line.contains("networks were trained"))
                        .count())
                .isLessThan(30);
        assertThat(run.out()).contains("… and 238 more", "… and 244 more");
    }

    @Test
    void jsonHasTheScoresOfEveryModelOnEveryPart() throws IOException {
        Files.writeString(dir.resolve("test.csv"), "class,x2,x1\nred,0.1,0.5\nblue,1,1\nblue,0,0\n");
        JsonNode json = json("--example moons --test " + dir.resolve("test.csv"));
        assertThat(List.copyOf(json.propertyNames()))
                .containsExactly(
                        "task",
                        "target",
                        "rows",
                        "features",
                        "epochs",
                        "seconds",
                        "model",
                        "network",
                        "baselines",
                        "importance",
                        "partial_dependence",
                        "worst_rows",
                        "duplicate_rows",
                        "columns",
                        "verdict");
        assertThat(json.get("task").asString()).isEqualTo("binary");
        assertThat(json.get("target").asString()).isEqualTo("class");
        assertThat(json.get("rows").asInt()).isEqualTo(400);
        assertThat(json.get("features").asInt()).isEqualTo(2);
        assertThat(json.get("epochs").asInt()).isEqualTo(15);
        assertThat(json.get("model").asString()).isEqualTo(dir.resolve("m").toString());
        for (String pointer :
                List.of("/network", "/baselines/constant", "/baselines/linear", "/baselines/knn", "/baselines/trees"))
            for (String part : List.of("/validation", "/test"))
                assertThat(List.copyOf(json.at(pointer + part).propertyNames()))
                        .containsExactly("accuracy", "log_loss", "balanced_accuracy", "auc");
    }

    @Test
    void jsonSaysNullWhereAScoreIsNotDefined() throws IOException {
        Path test = Files.writeString(dir.resolve("test.csv"), "x,y\n1,2\n");
        JsonNode json = json("--example line --rows 50 --test " + test);
        assertThat(json.at("/network/test/r2").isNull()).isTrue();
        assertThat(json.at("/network/test/rmse").isNumber()).isTrue();
        assertThat(json.at("/network/validation/r2").isNumber()).isTrue();
    }

    @Test
    void learnsTheLogarithmAndAnswersInTheTargetsUnit() throws IOException {
        StringBuilder csv = new StringBuilder("a,b,price\n");
        for (int i = 0; i < 90; i++)
            csv.append(i % 9)
                    .append(',')
                    .append(i % 10)
                    .append(',')
                    .append(Math.exp(i % 9 + 0.3 * (i % 10)))
                    .append('\n');
        Path table = Files.writeString(dir.resolve("t.csv"), csv);
        assertThat(fit(table + " --target-transform log").out()).contains("The logarithm of \"price\" is learnt");
        assertThat(Files.readString(dir.resolve("m/model.json"))).contains("\"transform\": \"log\"");
        assertThat(Run.of("predict", dir.resolve("m").toString(), table.toString())
                        .out())
                .doesNotContain(",-");
        Run none = fit(table + " --target-transform none");
        assertThat(none.out()).doesNotContain("logarithm");
        assertThat(fit(table + " --target-transform cube").err()).contains("choose none, log or auto");
    }

    @Test
    void saysWhatIsOddAboutTheTable() throws IOException {
        StringBuilder csv = new StringBuilder("x,alive,<b>size</b>,y\n");
        for (int i = 0; i < 60; i++)
            csv.append(i * 7 % 23)
                    .append(i % 3 == 0 ? ",no," : ",yes,")
                    .append(i % 9 == 0 ? "?" : i % 8 == 0 ? -999 : i % 20)
                    .append(i % 3 == 0 ? ",0\n" : ",1\n");
        Path table = Files.writeString(dir.resolve("t.csv"), csv);
        Run run = fit(table.toString());
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out())
                .contains("Worth knowing:\n  \"alive\" gives the target away: it says the same.")
                .contains("--drop alive", "says -999 in 7 rows", "Cells that say \"?\" count as missing");
        String page = Files.readString(dir.resolve("m/report.html"));
        assertThat(page)
                .contains("gives the target away", "&lt;b&gt;size&lt;/b&gt;", "11.7 %")
                .doesNotContain("<b>");
        JsonNode columns = json(table.toString()).get("columns");
        assertThat(columns.get(1).at("/cautions/0/kind").asString()).isEqualTo("leak");
        assertThat(columns.get(1).at("/cautions/0/way").asString()).isEqualTo("copy");
        assertThat(columns.get(2).at("/missing_as/?").asInt()).isEqualTo(7);
        assertThat(columns.get(2).get("median").isNumber()).isTrue();
        assertThat(fit(table + " --lang zh").out()).contains("值得注意", "泄露了目标");
        Run quiet = fit(table + " --quiet");
        assertThat(quiet.out().strip().lines()).hasSize(1);
        assertThat(quiet.err().strip().lines()).hasSize(1);
        assertThat(quiet.err()).contains("\"alive\" gives the target away", "--drop alive");
    }

    @Test
    void quietIsTheVerdictAlone() {
        Run run = fit("--example line --quiet");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip().lines()).hasSize(1);
        assertThat(run.out()).contains("rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sine", "spiral3"})
    void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads(String example) throws IOException {
        byte[] first = null;
        String sums = null;
        JsonNode scores = null;
        for (int threads : new int[] {1, 4, 1}) {
            JsonNode json = json("--example " + example + " --seed 7 --threads " + threads);
            byte[] weights = Files.readAllBytes(dir.resolve("m/weights.safetensors"));
            // They cover every file of the folder, the report and the pictures included.
            String all = Files.readString(dir.resolve("m/SHA256SUMS"));
            if (first != null) {
                assertThat(weights).isEqualTo(first);
                assertThat(all).isEqualTo(sums);
                assertThat(json.get("network")).isEqualTo(scores.get("network"));
                assertThat(json.get("baselines")).isEqualTo(scores.get("baselines"));
            }
            first = weights;
            sums = all;
            scores = json;
        }
    }

    @Test
    void everyOptionReachesTheModel() throws IOException {
        Run run = fit("--example moons --hidden 5,3 --activation leaky_relu(negative_slope=0.2) --init he_normal"
                + " --optimizer sgd(momentum=0.9) --lr 0.02 --batch 33 --seed 5 --json");
        assertThat(run.code()).isEqualTo(Main.OK);
        String model = Files.readString(dir.resolve("m/model.json"));
        assertThat(model.replaceAll("\\s", ""))
                .contains("\"hidden\":[5,3]", "leaky_relu(negative_slope=0.2)", "he_normal", "lr=0.02", "momentum=0.9")
                .contains("\"batch\":33", "\"seed\":5");
    }

    @ParameterizedTest
    @CsvSource({"line, fit", "step, fit", "co2, fit", "blobs, regions"})
    void thePictureSuitsTheData(String example, String picture) {
        assertThat(fit("--example " + example).code()).isEqualTo(Main.OK);
        assertThat(dir.resolve("m").resolve(picture + ".png")).isNotEmptyFile();
        assertThat(dir.resolve("m/loss.png")).isNotEmptyFile();
    }

    @Test
    void aDivergedTrainingSaysSo() {
        Run run = fit("--example line --optimizer sgd --lr 1e30 --hidden 8");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out()).contains("it diverged", "smaller --lr");
    }

    @Test
    void theReportIsOnePageAndEscapesWhatComesFromTheData() throws IOException {
        StringBuilder csv = new StringBuilder("<b>x</b>,<script>alert(1)</script>\n");
        for (int i = 0; i < 60; i++) csv.append(i).append(i < 30 ? ",a&b\n" : ",\"<i>\"\"c'\"\n");
        Path table = Files.writeString(dir.resolve("t.csv"), csv);
        assertThat(fit(table.toString()).code()).isEqualTo(Main.OK);
        String page = Files.readString(dir.resolve("m/report.html"));
        assertThat(page).contains("&lt;b&gt;x&lt;/b&gt;", "&lt;script&gt;alert(1)", "a&amp;b", "<svg");
        assertThat(page).doesNotContain("<script", "<b>x", "<i>", "src=", "@import", "url(http");
    }

    @Test
    void theReportSpeaksChinese() throws IOException {
        assertThat(fit("--example line --lang zh").out()).contains("回归", "验证数据");
        assertThat(Files.readString(dir.resolve("m/report.html"))).contains("<html lang=\"zh\">", "拟合曲线", "如何使用");
    }
}
