package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictTest {
    @TempDir
    private static Path dir;

    @BeforeAll
    static void fitOnce() throws IOException {
        StringBuilder csv = new StringBuilder("colour,size,price,kind\n");
        for (int i = 0; i < 80; i++)
            csv.append(i % 2 == 0 ? "red" : "blue")
                    .append(',')
                    .append(i % 9)
                    .append(',')
                    .append(i % 7)
                    .append(',')
                    .append(i % 2 == 0 ? "apple" : "plum")
                    .append('\n');
        Path table = Files.writeString(dir.resolve("fruit.csv"), csv);
        assertThat(Run.of("fit", table.toString(), "--epochs", "30", "--out", model())
                        .code())
                .isEqualTo(Main.OK);
    }

    private static String model() {
        return dir.resolve("m").toString();
    }

    private static Run predict(String csv, String... options) throws IOException {
        Path table = Files.writeString(dir.resolve("new.csv"), csv);
        String[] args = new String[3 + options.length];
        System.arraycopy(new String[] {"predict", model(), table.toString()}, 0, args, 0, 3);
        System.arraycopy(options, 0, args, 3, options.length);
        return Run.of(args);
    }

    @Test
    void columnsAreFoundByNameAndAllArePassedOn() throws IOException {
        Run run = predict("note,price,size,colour\nfirst,1,2,red\n\"a,b\",3,4,blue\n");
        assertThat(run.out())
                .isEqualTo("note,price,size,colour,kind predicted\nfirst,1,2,red,apple\n\"a,b\",3,4,blue,plum\n");
        assertThat(run.err()).isEqualTo("Not used by the model (1): \"note\".\n");
        assertThat(run.code()).isEqualTo(Main.OK);
    }

    @Test
    void probabilitiesAddUp() throws IOException {
        Run run = predict("colour,size,price\nred,1,1\n", "--probabilities");
        String[] cells = run.out().lines().skip(1).findFirst().orElseThrow().split(",", -1);
        assertThat(run.out()).startsWith("colour,size,price,kind predicted,p(apple),p(plum)\n");
        assertThat(Double.parseDouble(cells[4]) + Double.parseDouble(cells[5])).isCloseTo(1, offset(1e-6));
    }

    @Test
    void rowsBeyondWhatWasLearntAreFlagged() throws IOException {
        Run run = predict("colour,size,price\nred,8,1\nred,12,-9\nblue,,1\n");
        assertThat(run.out())
                .startsWith("colour,size,price,kind predicted,outside training range\n")
                .contains("red,8,1,apple,\n", "red,12,-9,apple,size; price\n");
        assertThat(run.err())
                .contains("Rows outside the range of what the model learnt from: 1 (the first in line 3), of \"size\""
                        + " (0 to 8), \"price\" (0 to 6).");
        assertThat(predict("colour,size,price\nred,8,1\n").err()).isEmpty();
    }

    @Test
    void intervalsAreTwoColumnsMore() throws IOException {
        Path table = Files.writeString(dir.resolve("line.csv"), line(100));
        String out = dir.resolve("line-model").toString();
        assertThat(Run.of("fit", table.toString(), "--epochs", "60", "--out", out)
                        .code())
                .isEqualTo(Main.OK);
        Run run = Run.of("predict", out, table.toString(), "--interval", "0.9");
        assertThat(run.out()).startsWith("x,y,y predicted,y low,y high\n");
        long within = run.out()
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .filter(c -> Double.parseDouble(c[3]) <= Double.parseDouble(c[1])
                        && Double.parseDouble(c[1]) <= Double.parseDouble(c[4]))
                .count();
        assertThat(within).isBetween(80L, 100L);
        assertRefused(Run.of("predict", out, table.toString(), "--interval", "0.99"), "judged by 20 rows, too few");
        assertRefused(Run.of("predict", out, table.toString(), "--interval", "90"), "--interval cannot be \"90.0\"");
        assertRefused(predict("colour,size,price\nred,8,1\n", "--interval", "0.9"), "\"kind\" holds classes");
    }

    private static void assertRefused(Run run, String sentence) {
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence).hasLineCount(1);
    }

    private static String line(int rows) {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < rows; i++)
            csv.append(i).append(',').append(2 * i + i * 7919 % 13).append('\n');
        return csv.toString();
    }

    @Test
    void unseenCategoriesAndMissingCellsAreCounted() throws IOException {
        Run run = predict("colour,size,price\ngreen,1,1\ngreen,,1\nred,1,1\n");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.err())
                .contains("Column \"colour\", cells with a category that the model never saw: 2.")
                .contains("Column \"size\", missing cells, of which the model saw none: 1.");
    }

    @Test
    void knownAnswersAreScored() throws IOException {
        Run run = predict("colour,size,price,kind\nred,1,1,apple\nblue,1,1,plum\nred,1,1,\nred,2,2,plum\n");
        assertThat(run.err()).contains("The true answers of 3 rows are known", "accuracy 66.7 %");
        assertThat(predict("colour,size,price,kind\nred,1,1,melon\n").err()).contains("Not scored:", "melon");
    }

    @Test
    void whatWasPredictedMayBePredictedAgain() throws IOException {
        String once = predict("colour,size,price\nred,1,1\n").out();
        assertThat(predict(once).out()).startsWith("colour,size,price,kind predicted,kind predicted 2\n");
    }

    @Test
    void theAnswersGoToAFileIfAskedFor() throws IOException {
        Path out = dir.resolve("out.csv");
        Run run = predict("colour,size,price\nred,1,1\n", "--out", out.toString());
        assertThat(run.out()).isEmpty();
        assertThat(out).hasContent("colour,size,price,kind predicted\nred,1,1,apple");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            size\\n1                   | lacks the columns "colour", "price"
            colour,size,price\\nred,x,1 | line 2: column "size" must hold a number
            colour,size,price          | has a header line and no rows
            """)
    void aTableThatDoesNotFitIsOneSentence(String csv, String sentence) throws IOException {
        Run run = predict(csv.replace("\\n", "\n"));
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains(sentence);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFolderWithoutAModelIsOneSentence() {
        Run run = Run.of("predict", dir.toString(), dir.resolve("fruit.csv").toString());
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("is no model folder");
    }
}
