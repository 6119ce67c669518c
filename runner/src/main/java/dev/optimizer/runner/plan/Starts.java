package dev.optimizer.runner.plan;

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
                List<Double> values = start.values().stream()
                        .map(value -> draw(value, random))
                        .toList();
                starts.add(new Start(name, start.name(), values));
            }
        }
        return starts;
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
