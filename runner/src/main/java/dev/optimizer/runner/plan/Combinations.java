package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.Settings;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which variants of problems, solvers and settings are run together. */
final class Combinations {
    private final List<Join<SolverConfig>> solvers;
    private final Join<Settings> settings;

    Combinations(Experiment experiment) {
        this.solvers = Join.byName(experiment.solverVariants(), SolverConfig::name);
        this.settings = new Join<>(experiment.settings());
    }

    /** A solver and settings that go together with each other and with a problem. */
    record Pair(Variant<SolverConfig> solver, Variant<Settings> settings) {}

    /** What goes together with a problem, in the order of the solvers in the config. */
    List<Pair> with(Variant<ProblemConfig> problem) {
        List<Pair> pairs = new ArrayList<>();
        for (Join<SolverConfig> part : solvers) {
            for (Variant<SolverConfig> solver : part.with(problem.choices())) {
                Map<Integer, Integer> choices = new TreeMap<>(problem.choices());
                choices.putAll(solver.choices());
                settings.with(choices).forEach(chosen -> pairs.add(new Pair(solver, chosen)));
            }
        }
        return pairs;
    }
}
