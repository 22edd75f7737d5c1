package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a user gets wrong is one sentence and exit code 2, with nothing printed and nothing left behind.
class FitErrorsTest {
    private static final String ROWS = "1,2\\n2,3\\n3,5\\n4,7\\n5,8\\n6,9";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            ``                       |                    | is empty: it needs a header line and rows
            a,b                      |                    | has a header line and no rows
            a,b\\n1,2\\n3\\n4,5      |                    | line 3: 1 cell in a table of 2 columns
            a,b\\n1,2                |                    | has 1 row with a target
            a,a\\nROWS               |                    | are both named "a"
            a,b\\nROWS\\noops,4      |                    | line 8: column "a" holds numbers but this cell says "oops"
            a,b\\nROWS\\ninf,4       |                    | line 8: column "a" holds "inf"
            a,b\\nROWS\\n4,-inf      |                    | line 8: column "b" holds "-inf"
            a,b\\n1,1\\n2,1\\n3,1\\n4,1\\n5,1 |           | the target "b" has the single value "1"
            a,b\\n1,x\\n2,x\\n3,x\\n4,x\\n5,x |           | the target "b" has the single value "x"
            a,b\\nROWS               | --target c         | has no column "c" for a target
            a,b\\nROWS               | --drop c           | has no column "c" to drop
            a,b\\nROWS               | --drop a           | has no column to learn from
            a,b\\nROWS               | --task guess       | choose regression, binary or multiclass
            a,b\\nROWS               | --task binary      | binary needs exactly two
            a,b\\nROWS               | --hidden 8,x       | --hidden cannot be "8,x"
            a,b\\nROWS               | --hidden 0         | --hidden cannot be "0"
            a,b\\nROWS               | --activation rleu  | did you mean "relu"?
            a,b\\nROWS               | --optimizer adm    | did you mean "adam"?
            a,b\\nROWS               | --init hee         | There is no initialiser "hee"
            a,b\\nROWS               | --epochs 0         | --epochs cannot be "0"
            a,b\\nROWS               | --batch -1         | --batch cannot be "-1"
            a,b\\nROWS               | --lr 0             | --lr cannot be "0"
            a,b\\nROWS               | --loss hubr        | did you mean "huber"?
            a,b\\nROWS               | --loss focal       | choose one of mse, l1, smooth_l1, huber, quantile
            a,b\\n1,x\\n2,x\\n3,y\\n4,y\\n5,z\\n6,z | --loss cross_entropy:weight=[1,2] | weight has to be 3 numbers, one for each class: x, y, z; not 2
            a,b\\nROWS               | --schedule cosin   | did you mean "cosine"?
            a,b\\nROWS               | --schedule step:step_size=0 | The step_size of step has to be a whole number from 1 on
            a,b\\nROWS               | --clip-norm 0      | --clip-norm cannot be "0.0"
            a,b\\nROWS               | --clip-value -1    | --clip-value cannot be "-1.0"
            a,b\\nROWS               | --averaging 1      | --averaging cannot be "1.0"
            a,b\\nROWS               | --weight-decay -1  | --weight-decay cannot be "-1.0"
            a,b\\nROWS               | --optimizer rprop --weight-decay 1 | rprop has no weight decay
            a,b\\nROWS               | --threads 0        | --threads cannot be "0"
            a,b\\nROWS               | --time-limit soon  | --time-limit cannot be "soon"
            a,b\\nROWS               | --epochs many      | 'many' is not an int
            a,b\\nROWS               | --example xor      | not both
            a,b\\nROWS               | --cv 1             | --cv cannot be "1"
            a,b\\nROWS               | --cv 7             | has 6 rows with a target, too few for 7 folds
            a,b\\nROWS               | --repeats 3        | add --cv 5
            a,b\\nROWS               | --cv 2 --repeats 0 | --repeats cannot be "0"
            a,b\\nROWS               | --time a --group a | not both
            a,b\\nROWS               | --time when        | has no column "when" for the time
            a,b\\nROWS               | --group b          | cannot be the group too
            a,b\\nROWS               | --group a          | no column to learn from beside "a"
            """)
    void aBadTableOrOptionIsOneSentence(String csv, String options, String sentence) throws IOException {
        Path table = Files.writeString(
                dir.resolve("t.csv"), csv.replace("ROWS", ROWS).replace("\\n", "\n"));
        String typed = "fit " + table + " --out " + dir.resolve("m") + (options == null ? "" : " " + options);
        assertRefused(Run.of(typed.split(" ")), sentence);
        assertThat(names()).containsExactly("t.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a,y\\n1,2        | lacks the column "x"
            x\\n1\\n2       | has no column "y" for a target
            x,y\\n1,NA      | has no row with a "y"
            x,y\\nred,1     | line 2: column "x" must hold a number
            """)
    void aBadTestFileIsToldBeforeTraining(String csv, String sentence) throws IOException {
        Path test = Files.writeString(dir.resolve("t.csv"), csv.replace("\\n", "\n"));
        assertRefused(Run.of("fit", "--example", "sine", "--test", test.toString(), "--out", dir + "/m"), sentence);
        assertThat(names()).containsExactly("t.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            nosuch.csv      | there is no file
            .               | is a directory
            binary.csv      | is a binary or damaged file
            wide.csv        | there are 100000 columns and at most
            """)
    void aFileThatIsNoTableIsOneSentence(String name, String sentence) throws IOException {
        Files.write(dir.resolve("binary.csv"), new byte[] {0, 1, 2, 3, 0, 5});
        Files.writeString(dir.resolve("wide.csv"), "x,".repeat(99_999) + "y\n" + "1,".repeat(99_999) + "2\n");
        assertRefused(Run.of("fit", dir.resolve(name).toString(), "--out", dir + "/m"), sentence);
        assertThat(dir.resolve("m")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            taken.txt   | is a file
            full        | holds other things
            """)
    void aFolderThatCannotBeWrittenIsToldBeforeTraining(String out, String sentence) throws IOException {
        Files.writeString(dir.resolve("taken.txt"), "mine");
        Files.createDirectory(dir.resolve("full"));
        Files.writeString(dir.resolve("full/a.txt"), "mine");
        assertRefused(
                Run.of("fit", "--example", "sine", "--out", dir.resolve(out).toString()), sentence);
        assertThat(dir.resolve("full")).isDirectoryContaining("glob:**/a.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            --example spirl        | did you mean spiral?
            --example xor --rows 0 | --rows cannot be 0
            --example xor --rows 3 | a fit needs at least 5
            spiral                 | hillock fit --example spiral
            """)
    void aWrongExampleIsOneSentence(String options, String sentence) {
        assertRefused(Run.of(("fit " + options + " --out " + dir.resolve("m")).split(" ")), sentence);
        assertThat(dir.resolve("m")).doesNotExist();
    }

    private static void assertRefused(Run run, String sentence) {
        assertThat(run.err()).contains(sentence).endsWith("\n");
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(f -> f.getFileName().toString()).toList().stream();
        }
    }
}
