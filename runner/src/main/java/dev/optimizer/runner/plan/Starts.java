package dev.optimizer.runner.plan;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.StartValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws the starts of a problem.
 *
 * <p>A random start depends on the seed, the problem's name and its own name, and on nothing else: it is the same for every
 * solver, and stays the same when other starts come and go. {@link Random} is used because its numbers are specified.
 */
final class Starts {
    private Starts() {}

    static List<Start> of(ProblemConfig problem, long seed) {
        List<Start> starts = new ArrayList<>();
        for (StartConfig start : problem.starts()) {
            for (String name : start.names()) {
                Random random = new Random(Hash.number(seed + "/" + problem.name() + "/" + name));
                starts.add(new Start(name, start.name(), point(problem.formula(), start, random)));
            }
        }
        return starts;
    }

    private static Doubles point(Formula formula, StartConfig start, Random random) {
        double[] point = new double[Math.toIntExact(formula.dimension())];
        for (int i = 0; i < start.values().size(); i++) {
            Variable variable = formula.layout().get(i);
            int offset = Math.toIntExact(variable.offset());
            write(
                    start.values().get(i),
                    random,
                    point,
                    offset,
                    offset + (int) variable.shape().size());
        }
        return Doubles.of(point);
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
