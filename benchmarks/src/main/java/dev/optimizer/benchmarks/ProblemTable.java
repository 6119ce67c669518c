package dev.optimizer.benchmarks;

import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs every method on the problems of Moré, Garbow and Hillstrom, and writes what came out as a table. Nothing is timed. */
public final class ProblemTable {
    private static final Pattern NUMBER = Pattern.compile("More, Garbow, Hillstrom 1981, problem (\\d+)");
    private static final List<String> STARTS = List.of("standard", "times-10", "times-100");
    private static final double[] TOLERANCES = {1e-6, 1e-8};

    private final List<Problem> problems;
    private final StringBuilder text = new StringBuilder();

    private ProblemTable(List<Problem> problems) {
        this.problems = problems;
    }

    /** @param args the file for the table */
    public static void main(String[] args) throws IOException {
        List<Problem> problems = Problems.names().stream()
                .map(name -> Problems.named(name).orElseThrow())
                .filter(problem -> number(problem) > 0)
                .sorted(Comparator.comparingInt(ProblemTable::number))
                .toList();
        Files.writeString(Path.of(args[0]), new ProblemTable(problems).text());
    }

    private static int number(Problem problem) {
        Matcher matcher = NUMBER.matcher(problem.source());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private String text() {
        line("# The problems of Moré, Garbow and Hillstrom 1981");
        line("");
        line("Made by the command that [README.md](README.md) names; every method with nothing set but the tolerance.");
        line(
                "*Reached*: the final value is that of a known minimum, or one that f is known to approach at infinity. *Claims*:");
        line(
                "‖∇f‖∞ is within its tolerance. *Elsewhere*: of these, at a value that the catalogue does not list. *False*: of these,");
        line(
                "at a listed value, but with another verdict than the catalogue's. Medians are over all problems, of the whole run.");
        for (String start : STARTS) {
            for (double tolerance : TOLERANCES) {
                summary(start, tolerance);
            }
        }
        details();
        return text.toString();
    }

    private void summary(String start, double tolerance) {
        List<String> oddities = new ArrayList<>();
        line("");
        line("## Start `" + start + "`, ‖∇f‖∞ ≤ " + tolerance);
        line("");
        line("| method | problems | reached | claims | elsewhere | false | median f | ∇f | ∇²f | ∇²f·v |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Map.Entry<String, Supplier<Solver>> method : Methods.all().entrySet()) {
            List<Outcome> outcomes = outcomes(start, tolerance, method.getValue());
            cells(
                    method.getKey(),
                    outcomes.size(),
                    count(outcomes, Outcome::reached),
                    count(outcomes, Outcome::claimed),
                    count(outcomes, outcome -> outcome.claimed() && !outcome.listed()),
                    count(outcomes, outcome -> !outcome.truthful()),
                    median(outcomes, Evaluations::values),
                    median(outcomes, Evaluations::gradients),
                    median(outcomes, Evaluations::hessians),
                    median(outcomes, Evaluations::products));
            outcomes.stream()
                    .filter(outcome -> outcome.claimed() && !outcome.listed() || !outcome.truthful())
                    .forEach(outcome -> oddities.add("- " + (outcome.truthful() ? "elsewhere: " : "false: ")
                            + method.getKey() + ", " + outcome.problem().name() + ": "
                            + outcome.result().verdict().kind() + " at f = "
                            + outcome.result().value() + ", ‖∇f‖∞ = "
                            + outcome.result().gradientNorm()));
        }
        line("");
        oddities.forEach(this::line);
    }

    private static long count(List<Outcome> outcomes, Predicate<Outcome> property) {
        return outcomes.stream().filter(property).count();
    }

    private List<Outcome> outcomes(String start, double tolerance, Supplier<Solver> method) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.starts().containsKey(start)) {
                outcomes.add(Outcome.of(problem, start, method.get(), tolerance));
            }
        }
        return outcomes;
    }

    private static String median(List<Outcome> outcomes, ToLongFunction<Evaluations> count) {
        long[] sorted = outcomes.stream()
                .mapToLong(outcome -> count.applyAsLong(outcome.result().evaluations()))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
        return median == Math.rint(median) ? Long.toString((long) median) : Double.toString(median);
    }

    private void details() {
        line("");
        line("## Problem by problem, start `standard`, ‖∇f‖∞ ≤ 1.0E-8");
        for (Map.Entry<String, Supplier<Solver>> method : Methods.all().entrySet()) {
            line("");
            line("### " + method.getKey());
            line("");
            line("| | problem | n | f / ∇f / ∇²f | value | ‖∇f‖∞ | status | verdict | reached |");
            line("|---:|---|---:|---:|---:|---:|---|---|---|");
            for (Outcome outcome : outcomes("standard", 1e-8, method.getValue())) {
                detail(outcome);
            }
        }
    }

    private void detail(Outcome outcome) {
        cells(
                number(outcome.problem()),
                outcome.problem().name(),
                outcome.problem().formula().dimension(),
                outcome.counts(),
                outcome.result().value(),
                outcome.result().gradientNorm(),
                outcome.result().status(),
                outcome.result().verdict().kind(),
                outcome.reached() ? "yes" : "no");
    }

    private void cells(Object... cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |");
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        line(row.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
