package dev.optimizer.runner.plan;

import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.StartValue;
import java.util.List;
import java.util.Random;

/**
 * A point to start from, as a recipe: its numbers are made when a run needs them, for a hundred thousand starts of ten
 * thousand entries each fit into no memory.
 *
 * <p>{@link Random} is used because its numbers are specified.
 *
 * @param name its own name, {@code any-3}
 * @param declaredName the name in the config that it comes from, {@code any}
 * @param variables where the entries of each variable lie in x
 * @param recipe a value for each variable, in the same order
 * @param seed of the random numbers among them
 */
public record Start(String name, String declaredName, List<Variable> variables, List<StartValue> recipe, long seed) {
    public Start {
        variables = List.copyOf(variables);
        recipe = List.copyOf(recipe);
    }

    /** The number of entries of x. */
    public int dimension() {
        if (variables.isEmpty()) {
            return 0;
        }
        Variable last = variables.get(variables.size() - 1);
        return Math.toIntExact(last.offset() + last.shape().size());
    }

    /** Whether any entry is drawn. */
    public boolean isRandom() {
        return recipe.stream()
                .anyMatch(value -> value instanceof StartValue.Uniform || value instanceof StartValue.Normal);
    }

    /** A value per entry of x, made anew; the same every time. */
    public Doubles values() {
        return Doubles.of(toArray());
    }

    /** A new array of the values. */
    public double[] toArray() {
        Random random = new Random(seed);
        double[] point = new double[dimension()];
        for (int i = 0; i < recipe.size(); i++) {
            int from = Math.toIntExact(variables.get(i).offset());
            write(
                    recipe.get(i),
                    random,
                    point,
                    from,
                    from + (int) variables.get(i).shape().size());
        }
        return point;
    }

    /** The entries of one variable, from one place in the point to another. */
    private static void write(StartValue value, Random random, double[] point, int from, int to) {
        if (value instanceof StartValue.Entries entries) {
            System.arraycopy(entries.values().toDoubles(), 0, point, from, to - from);
            return;
        }
        for (int i = from; i < to; i++) {
            point[i] = draw(value, random);
        }
    }

    private static double draw(StartValue value, Random random) {
        if (value instanceof StartValue.Uniform uniform) {
            return uniform.low() + (uniform.high() - uniform.low()) * random.nextDouble();
        }
        if (value instanceof StartValue.Normal normal) {
            return normal.mean() + normal.standardDeviation() * random.nextGaussian();
        }
        return ((StartValue.Constant) value).value();
    }
}
