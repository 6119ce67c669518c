package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.Doubles;
import java.util.Arrays;
import java.util.List;

/**
 * A point to start from.
 *
 * @param name its own name, {@code any-3}
 * @param declaredName the name in the config that it comes from, {@code any}
 * @param values a value per entry of x
 */
public record Start(String name, String declaredName, List<Double> values) {
    public Start {
        values = Doubles.copyOf(values);
    }

    /** A new array of the values. */
    public double[] toArray() {
        return ((Doubles) values).toDoubles();
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(toArray());
    }
}
