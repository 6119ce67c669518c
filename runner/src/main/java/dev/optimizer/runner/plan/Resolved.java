package dev.optimizer.runner.plan;

import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.StartValue;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.declaration.Choice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What decides the outcome of a run as text, the same however the config is written; in short, its hash. */
final class Resolved {
    private static final int LONGEST_LIST = 1_000;

    private Resolved() {}

    static String hash(ProblemConfig problem) {
        return part(describe(problem));
    }

    static String hash(Start start) {
        return part(describe(start));
    }

    static String hash(Choice method) {
        return part(describe(method));
    }

    static String hash(StopConfig stop) {
        return part(stop.toString());
    }

    /** A part of an identity: as many digits as make an accident impossible. */
    private static String part(String resolved) {
        return Hash.hex(resolved, 32);
    }

    private static String describe(ProblemConfig problem) {
        Function function = problem.function();
        StringBuilder text = new StringBuilder("variables " + function.variables());
        for (Variable variable : function.layout()) {
            if (!variable.shape().isScalar()) {
                text.append("\n").append(variable.name()).append(" is ").append(variable.shape());
            }
        }
        problem.data().forEach(data -> text.append("\ndata ").append(describe(data)));
        function.lets()
                .forEach(let ->
                        text.append("\nlet ").append(let.name()).append(" = ").append(let.text()));
        String kind = problem.isLeastSquares() ? "\nresiduals " : "\nformula ";
        return text.append(kind)
                .append(function.text())
                .append("\nmaximise ")
                .append(problem.maximise())
                .append(
                        function instanceof Function.Plugged plugged
                                ? "\njar " + plugged.plugin().sha256()
                                : "")
                .toString();
    }

    private static String describe(NamedData data) {
        String values = describe(Doubles.of(data.values().values()));
        return data.name() + " = " + data.values().shape() + " " + values;
    }

    /** The numbers; of many that are drawn, how. */
    private static String describe(Start start) {
        if (start.dimension() <= LONGEST_LIST || !start.isRandom()) {
            return describe(start.values());
        }
        StringBuilder text = new StringBuilder("seed " + start.seed());
        for (StartValue value : start.recipe()) {
            text.append(", ")
                    .append(
                            value instanceof StartValue.Entries entries
                                    ? describe(entries.values())
                                    : value.toString());
        }
        return text.toString();
    }

    /** The numbers themselves, or of many their hash. */
    private static String describe(List<Double> numbers) {
        return numbers.size() <= LONGEST_LIST ? numbers.toString() : Hash.hex(numbers);
    }

    /** The type with its options in alphabetical order, so that the order in the file does not matter. */
    private static String describe(Choice choice) {
        Map<String, String> options = new TreeMap<>();
        choice.options()
                .forEach((name, value) ->
                        options.put(name, value instanceof Choice nested ? describe(nested) : String.valueOf(value)));
        return choice.type() + options;
    }
}
