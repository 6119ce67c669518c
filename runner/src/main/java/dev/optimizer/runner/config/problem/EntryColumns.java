package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds variables whose entries would share a column of the results: the scalar {@code w_1} and the first entry of a
 * vector {@code w}, or the entries of a vector {@code U_1} and the first row of a matrix {@code U}.
 */
final class EntryColumns {
    private static final Pattern NUMBERED = Pattern.compile("(.+)_([1-9]\\d{0,8})");

    private EntryColumns() {}

    /** A message about the first such pair. */
    static Optional<String> conflict(List<Variable> variables) {
        Map<String, Variable> byName = new HashMap<>();
        variables.forEach(variable -> byName.put(variable.name(), variable));
        for (Variable variable : variables) {
            Optional<Variable> owner = owner(variable, byName);
            if (owner.isPresent()) {
                return Optional.of("the results could not tell '" + variable.name() + "' from an entry of '"
                        + owner.get().name() + "'; rename one of them");
            }
        }
        return Optional.empty();
    }

    private static Optional<Variable> owner(Variable variable, Map<String, Variable> byName) {
        Matcher last = NUMBERED.matcher(variable.name());
        if (!last.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(last.group(2));
        Variable vector = byName.get(last.group(1));
        Shape own = variable.shape();
        if (vector != null
                && own.isScalar()
                && vector.shape().isVector()
                && index <= vector.shape().rows()) {
            return Optional.of(vector);
        }
        if (vector != null
                && own.isVector()
                && vector.shape().isMatrix()
                && index <= vector.shape().rows()) {
            return Optional.of(vector);
        }
        Matcher first = NUMBERED.matcher(last.group(1));
        if (own.isScalar() && first.matches()) {
            Variable matrix = byName.get(first.group(1));
            boolean inside = matrix != null
                    && matrix.shape().isMatrix()
                    && Integer.parseInt(first.group(2)) <= matrix.shape().rows()
                    && index <= matrix.shape().columns();
            return inside ? Optional.of(matrix) : Optional.empty();
        }
        return Optional.empty();
    }
}
