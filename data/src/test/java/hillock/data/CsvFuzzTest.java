package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hillock.tensor.Rng;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any bytes give a table or a sentence.
class CsvFuzzTest {
    private static final List<String> SEEDS = List.of(
            "a,b,c\n1,2,3\n\"x, y\",\"say \"\"hi\"\"\",\n",
            "a;b\r\n1,5;2\r\n\r\n3;4\r\n",
            "\uFEFFname\tvalue\nGröße\t1e5\n",
            "1,2,3\n4,5,6\n",
            "sep=|\na|b|\n1|2|\n");

    private static final String LETTERS = ",;\t|\"\n\r \0aZ09.-ÄÿŒ\uFEFF";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomBytes(long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[rng.nextInt(60)];
            int range = rng.nextInt(2) == 0 ? 256 : 64;
            for (int j = 0; j < bytes.length; j++) bytes[j] = (byte) rng.nextInt(range);
            tableOrSentence(bytes, seed, i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomStructure(long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = rng.nextInt(40); j > 0; j--) text.append(LETTERS.charAt(rng.nextInt(LETTERS.length())));
            tableOrSentence(text.toString().getBytes(StandardCharsets.UTF_8), seed, i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedTables(long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder(SEEDS.get(rng.nextInt(SEEDS.size())));
            for (int j = 1 + rng.nextInt(3); j > 0; j--) {
                int at = rng.nextInt(text.length());
                char letter = LETTERS.charAt(rng.nextInt(LETTERS.length()));
                switch (rng.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letter);
                    case 1 -> text.insert(at, letter);
                    default -> text.setLength(Math.max(1, at));
                }
            }
            tableOrSentence(text.toString().getBytes(StandardCharsets.UTF_8), seed, i);
        }
    }

    private static void tableOrSentence(byte[] bytes, long seed, int round) {
        try {
            Table table = CsvTest.read(bytes);
            assertThat(table.rows()).isPositive();
            assertThat(table.columns()).isNotEmpty();
            for (int row = 0; row < table.rows(); row++)
                assertThat(table.line(row)).isPositive();
        } catch (BadInput expected) {
            assertThat(expected).hasMessageContaining("t.csv");
        } catch (RuntimeException | Error e) {
            fail("seed " + seed + ", round " + round + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }
}
