package hillock.plot;

import static hillock.plot.Line.Look.FAINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final double[] X = {0, 1, 2};

    @Test
    void functionsStandInRows() {
        Figure sigmoid = Figures.functionAndDerivative("f", "f'", X, X, X);
        Figure both = sigmoid.below(Figures.functionAndDerivative("g", "g'", X, X, X));
        assertThat(both.panels()).extracting(Panel::title).containsExactly("f", "f'", "g", "g'");
        assertThat(both.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, false", "1, 0.01, true", "1, 0, false", "1, NaN, false", "1, -1, false"})
    void lossesThatSpanFarGetALogarithmicAxis(double first, double last, boolean log) {
        Figure figure = Figures.lossCurves(new double[] {first, last}, new double[0], 0, Labels.ENGLISH);
        assertThat(figure.panels().getFirst().logY()).isEqualTo(log);
    }

    @Test
    void aLogarithmicXAxisHasPowersOfTen() {
        double[] x = {1e-6, 1e-4, 1e-2, 1};
        Panel panel = Panel.of("", "rate", "", Line.of("", x, x)).withLogX(true);
        assertThat(Figure.of("", panel).toText(80, 20, false)).contains("1e-6", "0.001");
        assertThat(Axis.x(panel, 100, _ -> 1).share(1e-3)).isCloseTo(0.5, org.assertj.core.api.Assertions.within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> panel.withXRange(0, 1));
    }

    @Test
    void deadUnitsAreRedAndMissingOnesBlank() {
        double[][] activity = {{0.5, 0}, {1}};
        HeatMap map = NetworkFigures.units("", List.of("1", "2"), "", "", activity)
                .panels()
                .getFirst()
                .heatMap()
                .orElseThrow();
        assertThat(map.shades().get(0, 1)).isEqualTo(-1);
        assertThat(map.shades().get(1, 1)).isNaN();
        assertThat(map.holds(1, 1)).isFalse();
        assertThat(map.deepest()).isEqualTo(1);
        assertThat(map.values().get(0, 0)).isEqualTo(50);
    }

    @Test
    void manyUnitsStandByTheirActivityEachLayerAsWideAsThePicture() {
        double[] many = new double[100];
        for (int u = 0; u < many.length; u++) many[u] = u % 4 == 0 ? 0 : 0.5 + u / 1000.0;
        HeatMap map = NetworkFigures.units("", List.of("a", "b"), "", "", new double[][] {many, {0, 1}})
                .panels()
                .getFirst()
                .heatMap()
                .orElseThrow();
        assertThat(map.rowLabels()).containsExactly("a (100)", "b (2)");
        assertThat(map.shades().get(0, 0)).isEqualTo(0.599);
        assertThat(map.shades().get(0, 74)).isPositive();
        assertThat(map.shades().get(0, 75)).isEqualTo(-1);
        assertThat(map.shades().get(1, 49)).isEqualTo(1);
        assertThat(map.shades().get(1, 50)).isEqualTo(-1);
        assertThat(map.columnLabels())
                .filteredOn(l -> !l.isEmpty())
                .containsExactly("0 %", "25 %", "50 %", "75 %", "100 %");
    }

    @Test
    void sumsMayReachFar() {
        int[] counts = new int[80];
        counts[0] = 1;
        counts[40] = 10;
        Panel panel = NetworkFigures.sumsOnCurve(
                "", "", "", "relu", "", counts, 1e30, v -> Math.max(0, v), v -> v > 0 ? 1 : 0, 1);
        assertThat(panel.series().get(1).name()).isEqualTo("relu / 1e+30");
        assertThat(Figure.of("", panel).toSvg()).contains("1e30");
    }

    @Test
    void whatCountsHasNoTicksBetween() {
        double[] layers = {1, 2, 3};
        Panel panel = Panel.of("", "layer", "", Line.of("", layers, layers));
        assertThat(Axis.x(panel, 800, _ -> 1).ticks()).extracting(Tick::label).containsExactly("1", "2", "3");
    }

    @Test
    void aCurveIsMarkedWhereItsLinearRegionChanges() {
        double[] x = {0, 1, 2, 3};
        Panel panel = NetworkFigures.bentCurve("", "", "", Points.of("", x, x), "", x, x, new int[] {0, 0, 1, 1});
        assertThat(((Points) panel.series().getLast()).x()).isEqualTo(Values.of(1.5));
    }

    @Test
    void theBestEpochIsMarked() {
        Panel panel = Figures.lossCurves(X, X, 2, Labels.ENGLISH).panels().getFirst();
        assertThat(panel.named()).extracting(Series::name).containsExactly("training", "validation", "best epoch 2");
        assertThat(panel.series().getLast()).isEqualTo(Rule.vertical("best epoch 2", 2));
    }

    /// The second network is done after two epochs, and stays where it was.
    @Test
    void severalNetworksAreThinLinesAroundTheirMedian() {
        LossHistory one = LossHistory.of(new double[] {3, 2, 1}, new double[] {4, 3, 5}, 2);
        LossHistory other = LossHistory.of(new double[] {5, 4}, new double[] {6, 7}, 1);
        Panel panel =
                Figures.lossCurves(List.of(one, other), Labels.ENGLISH).panels().getFirst();
        assertThat(panel.title()).isEqualTo("Loss curves of 2 networks, and their median");
        assertThat(panel.named()).extracting(Series::name).containsExactly("training", "validation", "best epochs");
        double gap = Double.NaN;
        assertThat(panel.series())
                .startsWith(
                        new Line("", Values.of(1, 2, 3, 4, 1, 2, 3), Values.of(3, 2, 1, gap, 5, 4, gap), FAINT),
                        Line.of("training", new double[] {1, 2, 3}, new double[] {4, 3, 2.5}))
                .endsWith(Points.of("best epochs", new double[] {2, 1}, new double[] {3, 6}));
        assertThat(Palette.of(panel.series(), 2)).isEqualTo(Palette.of(panel.series(), 3));
    }

    @Test
    void networksWithoutValidationHaveTheTrainingCurvesAlone() {
        double[] none = {Double.NaN, Double.NaN, Double.NaN};
        LossHistory one = LossHistory.of(new double[] {3, 2, 1}, none, 3);
        Panel panel =
                Figures.lossCurves(List.of(one, one), Labels.ENGLISH).panels().getFirst();
        assertThat(panel.named()).extracting(Series::name).containsExactly("training", "best epochs");
        assertThat(panel.series().getLast())
                .isEqualTo(Points.of("best epochs", new double[] {3, 3}, new double[] {1, 1}));
    }

    @Test
    void aConfusionMatrixIsShadedByRow() {
        Figure figure = Figures.confusionMatrix(List.of("a", "b"), new int[][] {{1000, 0}, {5, 5}}, Labels.ENGLISH);
        HeatMap map = figure.panels().getFirst().heatMap().orElseThrow();
        assertThat(map.values().cells()).isEqualTo(Values.of(1000, 0, 5, 5));
        assertThat(map.shades().cells()).isEqualTo(Values.of(1, 0, 0.5, 0.5));
    }

    @Test
    void labelsAreInTheReadersLanguage() {
        String text = Figures.lossCurves(X, X, 2, Labels.CHINESE).toText(80, 24, false);
        assertThat(text).contains("损失曲线", "轮次", "训练", "验证", "最佳轮次 2");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.of("", X, new double[1]))
                .withMessage("3 values of x, but 1 of y");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of(new double[][] {{1}, {1, 2}}));
        HeatMap map = HeatMap.of(List.of("a"), List.of("b"), new double[][] {{1}});
        assertThatIllegalArgumentException().isThrownBy(() -> Panel.of("", "", "", map, Line.of("", X, X)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatMap.of(List.of(), List.of("b"), new double[][] {{1}}));
    }

    @Test
    void textsThatNoFontCanDrawAreNamed() {
        // U+E123 is for private use: no font of a system has it.
        Figure figure = Figure.of("plain", Panel.of("\ue123", "x", "y", Line.of("", X, X)));
        boolean hasPrivate = Fonts.canDraw("\ue123");
        assertThat(figure.undrawable()).isEqualTo(hasPrivate ? List.of() : List.of("\ue123"));
        assertThat(Fonts.canDraw("plain")).isTrue();
    }
}
