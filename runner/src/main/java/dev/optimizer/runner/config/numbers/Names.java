package dev.optimizer.runner.config.numbers;

import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.NamedData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a problem has names for, as far as it could be read.
 *
 * @param function the objective or the residuals; empty if anything about it is wrong
 * @param data the known numbers
 */
public record Names(Optional<Function> function, List<NamedData> data) {
    /** The variables in order with their shapes; empty if the formula is wrong, and then nothing is held against them. */
    public Map<String, Shape> variables() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Variable variable : function.map(Function::layout).orElse(List.of())) {
            shapes.put(variable.name(), variable.shape());
        }
        return shapes;
    }

    /** The number of entries of all variables; 0 if the formula is wrong. */
    public long dimension() {
        return function.map(Function::dimension).orElse(0L);
    }
}
