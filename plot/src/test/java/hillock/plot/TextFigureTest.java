package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFigureTest {
    private static final double NAN = Double.NaN;

    private static final double[] X = {0, 1, 2, 3, 4};

    static List<Arguments> figures() {
        Line rising = Line.of("up", X, X);
        Line broken = Line.of("gap", X, new double[] {4, 3, NAN, 1, 0});
        Points points = Points.of("data", X, new double[] {0, 1, 4, 1, 0});
        Panel lines = Panel.of("Sigmoid 函数值", "x", "y", rising, broken);
        Panel heat = Panel.of(
                "", "predicted", "actual", HeatMap.of(List.of("猫", "dog"), List.of("猫", "dog"), new double[][] {
                    {9, 1}, {2, 18}
                }));
        return List.of(
                Arguments.of("two lines", lines, false, """
                                 Sigmoid 函数值
                        y
                        4 ┤⠒⠤⡀                   ⢀⣀⠤⠒
                          │    ⠉⠒⠄           ⣀⠤⠒⠉⠁
                          │              ⣀⠤⠒⠉
                        2 ┤        ⢀⣀⠤⠔⠊⠉
                          │   ⢀⣀⠤⠒⠊⠁          ⠒⠤⡀
                        0 ┤⠤⠒⠉⠁                   ⠉⠒⠄
                          └┬─────┬──────┬─────┬─────┬
                           0     1      2     3     4
                                       x
                                ⠤⠤⠤ up   ⠤⠤⠄ gap
                        """),
                Arguments.of("two lines in ASCII", lines, true, """
                                 Sigmoid 函数值
                        y
                        4 ++++                    ***
                          |   ++             *****
                          |               ***
                        2 +          *****
                          |    ******         +++
                        0 +****                  ++
                          ++-----+------+-----+-----+
                           0     1      2     3     4
                                       x
                                *** up   +++ gap
                        """),
                Arguments.of("points", Panel.of("", "", "", points), false, """
                        4 ┤             o
                          │
                          │
                          │
                          │
                        2 ┤
                          │
                          │       o          o
                          │
                        0 ┤ o                      o
                          └─┬─────┬─────┬────┬─────┬─
                            0     1     2    3     4
                        """),
                Arguments.of(
                        "bars",
                        Panel.of("", "", "", Bars.of("", List.of("a", "b", "c"), new double[] {1, 4, -2})),
                        false,
                        """
                         4 ┤         ▄▄▄▄▄▄▄▄
                           │         ████████
                           │         ████████
                         2 ┤         ████████
                           │         ████████
                           │ ███████ ████████
                         0 ┤ ███████ ████████
                           │                  ███████
                           │                  ███████
                        -2 ┤                  ███████
                           └────┬───────┬───────┬────
                                a       b       c
                        """),
                Arguments.of("a matrix", heat, false, """
                        actual predicted
                                 猫  dog
                            猫    9    1
                           dog    2   18
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void isDrawnExactly(String what, Panel panel, boolean ascii, String expected) {
        String text = Figure.of("", panel).toText(TextStyle.of(30, 12).withAscii(ascii));
        assertThat(text).as(what).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("hillock.plot.OddData#figures")
    void oddDataAreDrawn(Figure figure) {
        assertThat(figure.toText(60, 20, true)).isNotBlank();
        assertThat(figure.toText(TextStyle.of(1, 1).withAscii(true)).chars()).allMatch(c -> c < 128 || c == '…');
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 36, 80, 120, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        Figure figure = Figures.functionAndDerivative("Sigmoid 函数值", "Sigmoid 导数值", X, X, X)
                .below(Figures.functionAndDerivative("a title far too long for a narrow terminal", "", X, X, X));
        assertThat(figure.toText(width, 24, false).lines()).allMatch(line -> DisplayWidth.of(line) <= width);
    }

    @Test
    void panelsStandSideBySideWhereThereIsRoom() {
        Figure figure = Figures.functionAndDerivative("one", "two", X, X, X);
        assertThat(figure.toText(80, 24, false).lines())
                .hasSize(24)
                .anyMatch(l -> l.contains("one") && l.contains("two"));
        assertThat(figure.toText(60, 24, false).lines())
                .hasSize(25)
                .noneMatch(l -> l.contains("one") && l.contains("two"));
    }

    @Test
    void colourComesOnlyWhenAskedFor() {
        Figure figure = Figure.of("", Panel.of("title", "x", "y", Line.of("a", X, X), Line.of("b", X, X)));
        assertThat(figure.toText(60, 20, false)).doesNotContain("\u001b");
        assertThat(figure.toText(60, 20, true)).contains("\u001b[0;38;5;31m", "\u001b[0m", "\u001b[0;1mtitle");
    }

    @Test
    void aMatrixThatIsTooWideHasNumbersForItsColumns() {
        List<String> names = List.of("Iris-setosa", "Iris-versicolor", "Iris-virginica");
        Figure figure =
                Figures.confusionMatrix(names, new int[][] {{50, 0, 0}, {0, 47, 3}, {0, 2, 48}}, Labels.ENGLISH);
        assertThat(figure.toText(40, 24, false)).contains("Iris-versicolor 2   0  47   3");
        assertThat(figure.toText(80, 24, false)).contains("Iris-setosa  Iris-versicolor   Iris-virginica");
    }

    @Test
    void aLineThatCrossesBrokenDataHasNoDotInTheGap() {
        Panel panel = Panel.of("", "", "", Line.of("", new double[] {0, 1, 2, 3, 4}, new double[] {1, 1, NAN, 1, 1}));
        String row = Figure.of("", panel)
                .toText(40, 12, false)
                .lines()
                .filter(l -> l.matches(".*[⠀-⣿].*"))
                .findFirst()
                .orElseThrow();
        assertThat(row).containsPattern("[⠀-⣿]+ {10,}[⠀-⣿]+");
    }
}
