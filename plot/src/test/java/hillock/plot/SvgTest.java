package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SvgTest {
    private static final double[] X = {-1, 0, 1};

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String svg) throws Exception {
        NodeList nodes = parse(svg).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static Figure figure(String title) {
        Line line = Line.of("a < b & \"c\"", X, X);
        return Figure.of(title, Panel.of("Sigmoid 函数值", "x", "y", line, Line.of("second", X, new double[] {1, 0, 1})));
    }

    @Test
    void textsStayTexts() throws Exception {
        assertThat(texts(figure("Title").toSvg()))
                .contains("Title", "Sigmoid 函数值", "x", "y", "a < b & \"c\"", "second", "0.5")
                .anyMatch(t -> t.equals("\u22121.0") || t.equals("-1.0"));
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() throws Exception {
        assertThat(texts(figure("bell\u0007 and half \ud83d of a pair").toSvg()))
                .anyMatch(t -> t.startsWith("bell"));
    }

    @Test
    void nothingOutsideIsReferredTo() {
        Region region =
                new Region(List.of("a", "b"), new Range(0, 1), new Range(0, 1), Grid.of(new double[][] {{0, 1}}));
        String svg = Figures.decisionRegions("x", "y", region, List.of(), Labels.ENGLISH)
                .toSvg();
        Matcher references = Pattern.compile("(?:href|src)\\s*=\\s*['\"]([^'\"]*)|url\\(([^)]*)\\)")
                .matcher(svg);
        assertThat(references.results().map(r -> r.group(1) == null ? r.group(2) : r.group(1)))
                .isNotEmpty()
                .allMatch(r -> r.startsWith("#") || r.startsWith("data:image/png;base64,"));
    }

    @Test
    void idsAreOwnToAFigureAndTheSameEachTime() {
        String first = figure("one").toSvg();
        String second = figure("two").toSvg();
        assertThat(ids(first, "id='([^']*)'")).isNotEmpty().doesNotContainAnyElementsOf(ids(second, "id='([^']*)'"));
        assertThat(ids(first, "id='([^']*)'")).containsAll(ids(first, "url\\(#([^)]*)\\)"));
        assertThat(figure("one").toSvg()).isEqualTo(first);
    }

    private static List<String> ids(String svg, String pattern) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map(r -> r.group(1))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hillock.plot.OddData#figures")
    void oddDataGiveAWellFormedDrawing(Figure figure) throws Exception {
        String svg = figure.toSvg();
        parse(svg);
        assertThat(svg.replaceAll("<text.*?</text>", "")).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void aMillionPointsMakeASmallFile() {
        assertThat(OddData.million().toSvg().length()).isLessThan(4_000_000);
    }
}
