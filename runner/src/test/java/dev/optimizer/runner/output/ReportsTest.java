package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.solver.Status;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What other programs are told: JUnit's XML, and GitHub's annotations and summary. */
class ReportsTest {
    /** Everything that XML, Markdown, HTML or a workflow command could stumble over. */
    private static final String NASTY = "a<b> & \"c\" | `d` ]]> \u0000\u001b[31m % \r\n::error::x, y: \ud800 ‖∇f‖";

    private final Experiment experiment = Experiments.read(Experiments.QUARTIC);
    private final List<RunOutcome> outcomes = outcomes(experiment);

    @Test
    void aCasePerCheckAndRun() throws Exception {
        Report report = report(
                passed("status", 3, outcomes.get(0)),
                failed("value", 4, outcomes.get(0), "value is 1, wanted 2 within 0"),
                failed("for", 9, null, "no run"));

        Element root = parsed(List.of(report));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("quartic");
        assertThat(suite.getAttribute("file")).isEqualTo("test.yaml");
        String first = outcomes.get(0).run().id();
        assertThat(elements(suite, "testcase"))
                .extracting(one -> one.getAttribute("classname") + " " + one.getAttribute("name") + " "
                        + one.getAttribute("file") + ":" + one.getAttribute("line") + " " + one.getAttribute("time"))
                .containsExactly(
                        "quartic for at 9:5 test.yaml:9 0.000000",
                        first + " status at 3:5 test.yaml:3 0.500000",
                        first + " value at 4:5 test.yaml:4 0.000000",
                        outcomes.get(1).run().id() + " run test.yaml:9 0.500000",
                        outcomes.get(2).run().id() + " run test.yaml:8 0.500000",
                        outcomes.get(3).run().id() + " run test.yaml:9 0.500000");
        Element failure = elements(suite, "failure").get(1);
        assertThat(failure.getAttribute("message")).isEqualTo("value is 1, wanted 2 within 0");
        assertThat(failure.getTextContent()).isEqualTo("test.yaml:4:5: " + first + ": value is 1, wanted 2 within 0");
    }

    @Test
    void theCountsAgreeWithTheCases() throws Exception {
        RunOutcome crashed =
                Outcomes.of(outcomes.get(1).run()).status(Status.CRASHED).build();
        Report one = new Report(
                experiment,
                "",
                List.of(outcomes.get(0), crashed),
                Judgements.of(
                        List.of(passed("status", 3, outcomes.get(0)), failed("status", 3, crashed, "it crashed"))));
        Report two = report(failed("value", 4, outcomes.get(0), "x"), failed("value", 5, outcomes.get(0), "y"));

        Element root = parsed(List.of(one, two));

        for (Element element : elements(root, "testsuite")) {
            assertCounts(element);
        }
        assertCounts(root);
        assertThat(root.getAttribute("tests")).isEqualTo("8");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(elements(root, "error").get(0).getAttribute("message")).isEqualTo("gradient_norm");
        assertThat(((Element) elements(root, "error").get(0).getParentNode()).getAttribute("name"))
                .isEqualTo("run");
    }

    private static void assertCounts(Element element) {
        assertThat(element.getAttribute("tests"))
                .isEqualTo("" + elements(element, "testcase").size());
        assertThat(element.getAttribute("failures"))
                .isEqualTo("" + elements(element, "failure").size());
        assertThat(element.getAttribute("errors"))
                .isEqualTo("" + elements(element, "error").size());
        double seconds = elements(element, "testcase").stream()
                .mapToDouble(one -> Double.parseDouble(one.getAttribute("time")))
                .sum();
        assertThat(element.getAttribute("time")).isEqualTo(String.format(java.util.Locale.ROOT, "%.6f", seconds));
    }

    @Test
    void whatXmlForbidsIsReplacedAndTheRestEscaped() throws Exception {
        Element root = parsed(List.of(report(failed("value", 4, outcomes.get(0), NASTY))));

        Element failure = elements(root, "failure").get(0);
        String readable = "a<b> & \"c\" | `d` ]]> ��[31m % \n::error::x, y: � ‖∇f‖";
        assertThat(failure.getTextContent()).endsWith(": " + readable);
        // In an attribute the end of a line is a space.
        assertThat(failure.getAttribute("message").replaceAll("\\s+", " ")).isEqualTo(readable.replaceAll("\\s+", " "));
    }

    @Test
    void everyFailureIsAnAnnotationAtItsLine() {
        assertThat(Annotations.of(List.of(report(
                        passed("status", 3, outcomes.get(0)),
                        failed("value", 4, outcomes.get(0), "100%\nof, it: all\r")))))
                .containsExactly("::error file=test.yaml,line=4,col=5,title=value of "
                        + outcomes.get(0).run().id() + "::100%25%0Aof, it: all%0D");
        Judgement elsewhere =
                new Judgement("for", new Position(Path.of("a,b:c%.yaml"), 1, 2), Optional.empty(), false, "no run");
        assertThat(Annotations.of(List.of(report(elsewhere))))
                .containsExactly("::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=for::no run");
    }

    @Test
    void moreThanGitHubShowsStandTogetherInTheLast() {
        assertThat(Annotations.of(List.of(report(failures(10)))))
                .hasSize(10)
                .last()
                .asString()
                .endsWith("::number 10");

        List<String> lines = Annotations.of(List.of(report(failures(6)), report(failures(6))));
        String id = outcomes.get(0).run().id();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(9))
                .isEqualTo("::error file=test.yaml,line=4,col=5,title=3 more failures::test.yaml:4:5: " + id
                        + ": number 4%0Atest.yaml:5:5: " + id + ": number 5%0Atest.yaml:6:5: " + id + ": number 6");
        assertThat(Annotations.of(List.of(report(failures(200)))).get(9))
                .contains("title=191 more failures")
                .endsWith(": number 109%0Aand 91 more");
    }

    @Test
    void theSummaryIsMarkdownInWhichTextMeansNothing() {
        String text = StepSummary.of(List.of(report(failed("value", 4, outcomes.get(0), "a|b <i> `c`\n*d* [e](f)"))));

        String id = outcomes.get(0).run().id();
        assertThat(text)
                .startsWith(
                        "### quartic\n\nall done\n\n| run | status | point | value | gradient norm | iterations | checks |\n"
                                + "| --- | --- | --- | ---: | ---: | ---: | --- |\n"
                                + "| ❌ " + id + " | converged | minimum | -5 | 1e-9 | 11 | 0 of 1 |\n| "
                                + outcomes.get(1).run().id())
                .endsWith("\n| where | what failed |\n| --- | --- |\n| test.yaml:4:5 | " + id
                        + ": a&#124;b &#60;i&#62; &#96;c&#96; &#42;d&#42; &#91;e&#93;(f) |\n\n");
        assertThat(text).doesNotContain("<i>");
    }

    @Test
    void ofManyRunsTheSummaryShowsThoseThatWentWrong() {
        Experiment many = Experiments.read(
                Experiments.QUARTIC.replace("right: 0.5", "any: {random: {uniform: [1, 2], count: 100}}"));
        List<RunOutcome> all = outcomes(many);
        Report report = new Report(many, "", all, Judgements.of(List.of(failed("value", 4, all.get(150), "wrong"))));

        String text = StepSummary.of(List.of(report));

        assertThat(text).contains("| ❌ " + all.get(150).run().id(), "\n1 of 202 runs shown\n");
        assertThat(text.lines().filter(line -> line.startsWith("| "))).hasSize(6);
    }

    private Judgement[] failures(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> failed("value", i, outcomes.get(0), "number " + i))
                .toArray(Judgement[]::new);
    }

    private Report report(Judgement... judgements) {
        return new Report(experiment, "all done", outcomes, Judgements.of(List.of(judgements)));
    }

    private static Judgement passed(String check, int line, RunOutcome outcome) {
        return new Judgement(check, place(line), Optional.of(outcome.run().id()), true, "");
    }

    private static Judgement failed(String check, int line, RunOutcome outcome, String message) {
        Optional<String> id = Optional.ofNullable(outcome).map(one -> one.run().id());
        return new Judgement(check, place(line), id, false, message);
    }

    private static Position place(int line) {
        return new Position(Path.of("test.yaml"), line, 5);
    }

    private static List<RunOutcome> outcomes(Experiment experiment) {
        return Plan.of(experiment).runs().stream()
                .map(run -> Outcomes.of(run).build())
                .toList();
    }

    private static Element parsed(List<Report> reports) throws Exception {
        StringWriter out = new StringWriter();
        JUnitXml.write(reports, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
