package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Figures as text: well-formed whatever names they show, and lines that show what there is and no more. */
class FiguresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"'&", "a\nb", "שלום ‮abc", "]]>", "a\u0000b\uFFFE", "\uD83D\uDE00"
            })
    void hostileNamesAreText(String name) throws Exception {
        String shown = name.replace('\u0000', '\uFFFD').replace('\uFFFE', '\uFFFD');
        Series line = Series.line(name, 0, new double[] {0, 1}, new double[] {0, 1}, Mark.GOOD);
        Document lines = parsed(new LineFigure(420, 280, name, name, false, name, false, false, List.of(line)).svg());
        assertThat(lines.getElementsByTagName("script").getLength()).isZero();
        assertThat(lines.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(shown);
        assertThat(((Element) lines.getElementsByTagName("g").item(0)).getAttribute("data-name"))
                .isEqualTo(shown.replace('\n', ' '));
        Landscape land = new Landscape(2, 2, new double[] {0, 1}, new double[] {0, 1}, new double[] {0, 1, 2, 3});
        Critical critical = new Critical(0.5, 0.5, name, name);
        Document map = parsed(
                new LandscapeFigure(420, 360, name, name, name, land, land, List.of(line), List.of(critical)).svg());
        assertThat(map.getElementsByTagName("script").getLength()).isZero();
    }

    /** Half of a character is none: neither XML nor UTF-8 can hold it. */
    @ParameterizedTest
    @CsvSource({"a\uD83Db, a\uFFFDb", "\uDE00, \uFFFD", "\uD83D, \uFFFD", "\uD83D\uD83D\uDE00, \uFFFD\uD83D\uDE00"})
    void halvesOfCharactersAreReplaced(String name, String shown) {
        assertThat(Svg.escape(name)).isEqualTo(shown);
    }

    @Test
    void aLineIsBrokenWhereThereIsNoNumber() {
        double[] y = {0, 1, Double.NaN, 3, 4};
        Series line = Series.line("a", 0, new double[] {0, 1, 2, 3, 4}, y, null);
        Axis axis = Axis.linear(0, 4, 0, 40);
        assertThat(LineFigure.line(line, axis, axis, false)).isEqualTo("M0 0L10 10M30 30L40 40");
    }

    @Test
    void aDistributionGoesAcrossFirstAndKeepsItsLastShare() {
        Series line = Series.line("a", 0, new double[] {0, 2}, new double[] {0, 1}, null);
        Axis axis = Axis.linear(0, 4, 0, 40);
        assertThat(LineFigure.line(line, axis, axis, true)).isEqualTo("M0 0H20L20 10H40");
    }

    /** That a solver solves half of the instances must not look as if it solved all. */
    @Test
    void sharesAreSeenAsPartsOfTheWhole() {
        Series half = Series.line("half", 0, new double[] {1, 2}, new double[] {0.25, 0.5}, null);
        String svg = new LineFigure(420, 280, "t", "x", false, "y", false, true, List.of(half)).svg();
        assertThat(svg).contains(">0<", ">0.2<", ">0.8<", ">1<");
    }

    @Test
    void aBandGoesForthAlongTheTopAndBackAlongTheBottom() {
        double[] x = {0, 1};
        Series line = new Series("a", 0, x, new double[] {1, 1}, new double[] {0, 0}, new double[] {2, 2}, null);
        String svg = new LineFigure(420, 280, "t", "x", false, "y", false, false, List.of(line)).svg();
        assertThat(svg).contains("<path class=\"band\" d=\"M58 12L406 12L406 238L58 238Z\"/>");
    }

    /** Seven-digit labels in a narrow figure: those without room are left out, and the last one is moved in from the edge. */
    @Test
    void labelsBelowAFigureDoNotTouch() {
        double[] x = {100, 100.006};
        Series line = Series.line("a", 0, x, x, null);
        String svg = new LineFigure(300, 200, "t", "x", false, "y", false, false, List.of(line)).svg();
        double last = Double.NEGATIVE_INFINITY;
        Matcher label =
                Pattern.compile("x=\"([0-9.]+)\" y=\"174\"[^>]*>([^<]*)<").matcher(svg);
        while (label.find()) {
            double half = label.group(2).length() * 6 / 2.0;
            assertThat(Double.parseDouble(label.group(1)) - half).isGreaterThan(last);
            last = Double.parseDouble(label.group(1)) + half;
        }
        assertThat(last).isBetween(200.0, 300.0);
    }

    /** Labels of the vertical axis push the frame aside, names of axes without room are cut. */
    @Test
    void labelsBesideAFigureAndLongNamesHaveRoom() {
        double[] y = {100, 100.0006};
        Series line = Series.line("a", 0, new double[] {0, 1}, y, null);
        String name = "x".repeat(100);
        String svg = new LineFigure(300, 200, "t", name, false, name, false, false, List.of(line)).svg();
        assertThat(svg)
                .contains("<path class=\"axis\" d=\"M8")
                .doesNotContain(">" + name + "<")
                .contains("xxx…</text>");
    }

    @Test
    void nothingToShowIsSaid() {
        Series none = Series.line("a", 0, new double[] {0}, new double[] {Double.NaN}, Mark.FAILED);
        String svg = new LineFigure(420, 280, "t", "x", false, "y", true, false, List.of(none)).svg();
        assertThat(svg).contains(">no numbers to show<").doesNotContain("class=\"mark\"");
    }

    /** A path that diverges leaves the picture; its coordinates must stay ones that a browser can read. */
    @Test
    void coordinatesFarAwayAreStillCoordinates() {
        assertThat(Svg.at(-1e300)).isEqualTo("-1000000");
        assertThat(Svg.at(1e300)).isEqualTo("1000000");
        assertThat(Svg.at(-0.25)).isEqualTo("-0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "converged, minimum, minimum, GOOD",
        "converged, maximum, maximum, GOOD",
        "converged, saddle, minimum, DOUBTFUL",
        "budget, minimum, minimum, BUDGET",
        "stalled, minimum, minimum, STALLED",
        "crashed, unknown, minimum, FAILED"
    })
    void marksByStatusAndPoint(String status, String point, String wanted, Mark mark) throws Exception {
        assertThat(Mark.of(status, point, wanted)).isEqualTo(mark);
        assertThat(parsed("<g>" + mark.at(1, 2) + "</g>")
                        .getDocumentElement()
                        .getChildNodes()
                        .getLength())
                .isEqualTo(1);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
