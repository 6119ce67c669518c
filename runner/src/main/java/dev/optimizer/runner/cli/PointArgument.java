package dev.optimizer.runner.cli;

import dev.optimizer.autodiff.ConstantFormula;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.ProblemConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a point from the command line: {@code x=1,w=[1,2,3],U={fill: 0}}, every variable once. */
final class PointArgument {
    private static final Pattern FILL = Pattern.compile("\\{\\s*fill\\s*:(.*)}");

    private final String argument;
    private final ProblemConfig problem;

    private PointArgument(String argument, ProblemConfig problem) {
        this.argument = argument;
        this.problem = problem;
    }

    static double[] read(String argument, ProblemConfig problem) {
        return new PointArgument(argument, problem).read();
    }

    private double[] read() {
        Function function = problem.function();
        Map<String, double[]> values = new HashMap<>();
        for (String assignment : split(argument)) {
            int sign = assignment.indexOf('=');
            if (sign < 0) {
                throw refused("write variable=value, as in --at " + example(function));
            }
            String name = assignment.substring(0, sign).strip();
            Variable variable = function.layout().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> refused(InspectCommand.unknown("variable", name, function.variables())));
            if (values.put(name, value(variable, assignment.substring(sign + 1).strip())) != null) {
                throw refused("'" + name + "' is given twice");
            }
        }
        return joined(function, values);
    }

    private double[] joined(Function function, Map<String, double[]> values) {
        List<String> missing = new ArrayList<>(function.variables());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw refused("no value for " + String.join(", ", missing));
        }
        double[] point = new double[Math.toIntExact(function.dimension())];
        for (Variable variable : function.layout()) {
            double[] entries = values.get(variable.name());
            System.arraycopy(entries, 0, point, Math.toIntExact(variable.offset()), entries.length);
        }
        return point;
    }

    private double[] value(Variable variable, String text) {
        Matcher fill = FILL.matcher(text);
        try {
            if (fill.matches()) {
                double[] entries = new double[Math.toIntExact(variable.shape().size())];
                Arrays.fill(
                        entries,
                        ConstantFormula.value(Formula.builder().closed().parse(fill.group(1))));
                return entries;
            }
            Formula formula = Formula.builder().closed().parse(text);
            if (!formula.shape().isLike(variable.shape())) {
                throw refused(variable.name() + " is " + variable.shape().inWords() + ", but '" + text + "' is "
                        + formula.shape().inWords());
            }
            return ConstantFormula.values(formula);
        } catch (FormulaException e) {
            throw refused(e.getMessage());
        }
    }

    /** Splits at the commas that stand outside all brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String example(Function function) {
        return String.join(
                ",",
                function.layout().stream()
                        .map(variable -> variable.name() + "=" + example(variable.shape()))
                        .toList());
    }

    private static String example(Shape shape) {
        return shape.isScalar() ? "0" : shape.isVector() ? "[…]" : "[[…],…]";
    }

    private UsageException refused(String problem) {
        return new UsageException("--at " + argument + ": " + problem);
    }
}
