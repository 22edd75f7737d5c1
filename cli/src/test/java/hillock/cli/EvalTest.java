package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    eval softmax -- 0.2 0.02 0.15 0.15 1.3 0.5 0.06 1.1 0.05 3.75 | 0.0212 0.0177 0.0202 0.0202 0.0638 0.0287 0.0185 0.0522 0.0183 0.7392
                    eval relu -1 2 -0.5 .5             | 0.0000 2.0000 0.0000 0.5000
                    eval relu -- NaN -inf Infinity -0  | nan 0.0000 inf 0.0000
                    eval leaky_relu(negative_slope=0.2) -1 -INF | -0.2000 -inf
                    eval sigmoid 0 -20 15 40           | 0.5000 2.06115e-9 0.9999997 1.0000
                    eval identity 12345678 3e38 -1e-5 \u22122 | 1.2345678e7 3e38 -1e-5 -2.0000
                    eval log_softmax -- 0 -200         | 0.0000 -200.0000
                    """)
    void printsTheValuesInARow(String line, String values) {
        assertThat(Run.of(line.split(" "))).isEqualTo(new Run(Main.OK, values + "\n", ""));
    }

    @Test
    void derivativeIsATable() {
        assertThat(Run.of("eval", "tanh", "--derivative", "--", "-1", "0", "20").out())
                .isEqualTo("""
                 x        y        dy/dx
                -1  -0.7616       0.4200
                 0   0.0000       1.0000
                20   1.0000  1.69934e-17
                """);
    }

    @Test
    void derivativeOfARowIsItsJacobianMatrix() {
        assertThat(Run.of("eval", "softmax", "1", "1", "--derivative").out()).isEqualTo("""
                i  x[i]    y[i]
                0     1  0.5000
                1     1  0.5000

                dy[i]/dx[j]      j=0      j=1
                        i=0   0.2500  -0.2500
                        i=1  -0.2500   0.2500
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    relu -1.5 nan inf    | {"name":"relu","x":[-1.5,"NaN","Infinity"],"y":[0.0,"NaN","Infinity"],"dydx":[0.0,"NaN",1.0]}
                    sigmoid 0.1 -inf     | {"name":"sigmoid","x":[0.1,"-Infinity"],"y":[0.5249792,0.0],"dydx":[0.24937604,0.0]}
                    leaky_relu(negative_slope=0.2) -1 | {"name":"leaky_relu(negative_slope=0.2)","x":[-1.0],"y":[-0.2],"dydx":[0.2]}
                    softmax 3 3          | {"name":"softmax","x":[3.0,3.0],"y":[0.5,0.5],"jacobian":[[0.25,-0.25],[-0.25,0.25]]}
                    log_softmax -5       | {"name":"log_softmax","x":[-5.0],"y":[0.0],"jacobian":[[0.0]]}
                    """)
    void jsonHasAllDigits(String arguments, String json) {
        Run run = Run.of(("eval --json " + arguments).split(" "));
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out().replace("-0.0", "0.0")).isEqualTo(json + "\n");
    }

    @Test
    void jsonNumbersReadBackAsTheSameFloats() {
        JsonNode json = new JsonMapper()
                .readTree(Run.of("eval", "tanh", "--json", "0.1", "1e-40", "3.4e38")
                        .out());
        assertThat((float) json.get("x").get(1).asDouble()).isEqualTo(1e-40f);
        assertThat((float) json.get("x").get(2).asDouble()).isEqualTo(3.4e38f);
        assertThat((float) json.get("y").get(0).asDouble()).isEqualTo((float) Math.tanh(0.1f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    eval sigmiod 1       | There is no activation "sigmiod": did you mean "sigmoid"?
                    eval relu 1 two      | "two" is not a number: write numbers such as -0.5 or 1e-3, nan, inf or -inf, with blanks between them.
                    eval relu 1 0x10     | "0x10" is not a number: write numbers such as -0.5 or 1e-3, nan, inf or -inf, with blanks between them.
                    eval relu 1f         | "1f" is not a number: write numbers such as -0.5 or 1e-3, nan, inf or -inf, with blanks between them.
                    eval relu --jsn 1    | "hillock eval" has no option "--jsn": did you mean "--json"? See: hillock eval --help
                    eval relu            | Missing required parameter: 'VALUE'. See: hillock eval --help
                    eval relu -- 1 --lang zh | "--lang" is not a number: write numbers such as -0.5 or 1e-3, nan, inf or -inf, with blanks between them.
                    eval --lang zh relu 1,2 | “1,2”不是数：请写 -0.5 或 1e-3 这样的数，或 nan、inf、-inf，中间用空格隔开。
                    """)
    void whatCannotBeUsedIsOneSentence(String line, String sentence) {
        assertThat(Run.of(line.split(" "))).isEqualTo(new Run(Main.BAD_INPUT, "", sentence + "\n"));
    }
}
