package dev.optimizer.runner.cli;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Variable;
import dev.optimizer.problem.Parameter;
import dev.optimizer.problem.Problem;
import dev.optimizer.runner.output.Numbers;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A built-in problem in words, with all that is known of it. */
final class ProblemText {
    /** Of longer points only so many entries are shown. */
    private static final int MOST_ENTRIES = 12;

    private ProblemText() {}

    static void write(Problem problem, StringBuilder text) {
        text.append(problem.name()).append(": ").append(problem.title()).append('\n');
        writeFormula(problem, text);
        for (Parameter parameter : problem.parameters()) {
            line(text, "parameter " + parameter.name() + " = " + parameter.value() + ": " + parameter.range());
        }
        line(text, "dimension " + problem.formula().dimension());
        problem.starts().forEach((name, x) -> line(text, "start " + name + " at " + point(x)));
        for (Problem.StationaryPoint point : problem.stationaryPoints()) {
            String where = point.at().isEmpty() ? "" : " at " + point(point.at());
            line(text, point.kind() + " " + Numbers.shortest(point.value()) + where);
        }
        for (Problem.Limit limit : problem.limits()) {
            line(text, "tends to " + Numbers.shortest(limit.value()) + " as " + limit.where());
        }
        if (!problem.endings().isEmpty()) {
            line(text, "may end as " + String.join(", ", problem.endings()));
        }
        if (!problem.note().isEmpty()) {
            line(text, problem.note());
        }
        line(text, "[" + problem.source() + "]");
        text.append('\n');
    }

    private static void writeFormula(Problem problem, StringBuilder text) {
        Formula formula = problem.formula();
        String variables = formula.layout().stream().map(Variable::name).collect(Collectors.joining(", "));
        line(text, "f(" + variables + ") = " + formula.text());
        List<String> parameters =
                problem.parameters().stream().map(Parameter::name).toList();
        for (Formula.Let let : formula.lets()) {
            if (!parameters.contains(let.name())) {
                line(text, "  " + let.name() + " = " + let.text());
            }
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append('\n');
    }

    private static String point(List<Double> x) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        x.stream().limit(MOST_ENTRIES).forEach(value -> text.add(Numbers.shortest(value)));
        if (x.size() > MOST_ENTRIES) {
            text.add("…");
        }
        return text.toString();
    }
}
