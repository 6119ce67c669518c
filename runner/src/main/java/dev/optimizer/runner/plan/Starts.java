package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.StartConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The starts of a problem.
 *
 * <p>A random start depends on the seed, the problem's name and its own name, and on nothing else: it is the same for every
 * solver, and stays the same when other starts come and go.
 */
public final class Starts {
    private Starts() {}

    /** Every start in order, those that a random one stands for one by one. */
    public static List<Start> of(ProblemConfig problem, long seed) {
        List<Start> starts = new ArrayList<>();
        for (StartConfig start : problem.starts()) {
            for (String name : start.names()) {
                long own = Hash.number(seed + "/" + problem.name() + "/" + name);
                starts.add(new Start(name, start.name(), problem.function().layout(), start.values(), own));
            }
        }
        return starts;
    }
}
