package dev.optimizer.runner.plan;

import java.util.Arrays;
import java.util.List;

/**
 * A point to start from.
 *
 * @param name its own name, {@code any-3}
 * @param declaredName the name in the config that it comes from, {@code any}
 * @param values a value per variable
 */
public record Start(String name, String declaredName, List<Double> values) {
    public Start {
        values = List.copyOf(values);
    }

    /** A new array of the values. */
    public double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(toArray());
    }
}
