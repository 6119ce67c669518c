package dev.optimizer.runner.output;

import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The XML of JUnit, which CI servers read: a suite per experiment, a case per check and run. A run that crashed is a case
 * with an error, whatever its checks say; a run without checks is a case of its own.
 */
public final class JUnitXml {
    /** @param kind of what went wrong, {@code failure} or {@code error}; empty for a case that passed */
    private record Case(String run, String name, Position place, double seconds, String kind, String message) {}

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a document. */
    public static void write(List<Report> reports, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitXml(xml).document(reports);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private void document(List<Report> reports) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        List<List<Case>> suites = reports.stream().map(JUnitXml::cases).toList();
        start("testsuites", "name", "runner");
        counts(suites.stream().flatMap(List::stream).toList());
        for (int i = 0; i < reports.size(); i++) {
            suite(reports.get(i), suites.get(i));
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private static List<Case> cases(Report report) {
        List<Case> cases = new ArrayList<>();
        for (Judgement judgement : report.judgements().all()) {
            if (judgement.runId().isEmpty()) {
                cases.add(check(report.experiment().name(), judgement, 0));
            }
        }
        report.outcomes().forEach(outcome -> cases.addAll(cases(report, outcome)));
        return cases;
    }

    /** The cases of a run; the first of them has its time, for readers add up. */
    private static List<Case> cases(Report report, RunOutcome outcome) {
        List<Case> cases = new ArrayList<>();
        String id = outcome.run().id();
        double seconds = outcome.seconds();
        List<Judgement> checks = report.judgements().of(id);
        if (outcome.status() == Status.CRASHED || checks.isEmpty()) {
            boolean crashed = outcome.status() == Status.CRASHED;
            Position place = outcome.run().solver().position();
            cases.add(new Case(id, "run", place, seconds, crashed ? "error" : "", crashed ? outcome.stopReason() : ""));
            seconds = 0;
        }
        for (Judgement check : checks) {
            cases.add(check(id, check, seconds));
            seconds = 0;
        }
        return cases;
    }

    private static Case check(String run, Judgement check, double seconds) {
        Position place = check.position();
        // The same key may stand in many expectations.
        String name = check.check() + " at " + place.line() + ":" + place.column();
        return new Case(run, name, place, seconds, check.passed() ? "" : "failure", check.message());
    }

    private void suite(Report report, List<Case> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        String file = report.experiment().file().toString();
        start("testsuite", "name", report.experiment().name(), "file", file);
        counts(cases);
        for (Case one : cases) {
            xml.writeCharacters("\n    ");
            testCase(one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void counts(List<Case> cases) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, "failure"));
        attribute("errors", count(cases, "error"));
        attribute("skipped", "0");
        attribute("time", time(cases.stream().mapToDouble(JUnitXml::seconds).sum()));
    }

    private static String count(List<Case> cases, String kind) {
        return Long.toString(
                cases.stream().filter(one -> one.kind().equals(kind)).count());
    }

    private void testCase(Case one) throws XMLStreamException {
        Position place = one.place();
        start(
                "testcase",
                "name",
                one.name(),
                "classname",
                one.run(),
                "file",
                place.file().toString());
        attribute("line", Integer.toString(place.line()));
        attribute("time", time(seconds(one)));
        if (!one.kind().isEmpty()) {
            start(one.kind(), "type", one.kind().equals("error") ? "crashed" : one.name(), "message", one.message());
            xml.writeCharacters(XmlText.legal(place + ": " + one.run() + ": " + one.message()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value));
    }

    /** Of a run that crashed the time is not known. */
    private static double seconds(Case one) {
        return Double.isFinite(one.seconds()) ? one.seconds() : 0;
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
