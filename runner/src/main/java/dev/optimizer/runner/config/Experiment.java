package dev.optimizer.runner.config;

import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.Tolerance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A config that was read without an error: what to run, when to stop, what to record and what must come out. With a sweep,
 * problems, solvers and settings have variants; two go together in a run if they agree on the axes that touch both.
 *
 * @param origin where it was read from
 * @param name the output folder, safe to use as one
 * @param problemVariants at least one; variants of one problem have its name and stand together
 * @param solverVariants at least one, likewise
 * @param settings at least one
 * @param sweep what the variants come from
 * @param record what goes into each trace
 * @param tolerances how far a column may be from its baseline, where the config says so
 * @param expectations what must hold of the results; may be empty
 */
public record Experiment(
        Origin origin,
        String name,
        List<Variant<ProblemConfig>> problemVariants,
        List<Variant<SolverConfig>> solverVariants,
        List<Variant<Settings>> settings,
        Sweep sweep,
        RecordConfig record,
        Map<BaselineColumn, Tolerance> tolerances,
        List<Expectation> expectations) {
    public Experiment {
        problemVariants = List.copyOf(problemVariants);
        solverVariants = List.copyOf(solverVariants);
        settings = List.copyOf(settings);
        tolerances = Map.copyOf(tolerances);
        expectations = List.copyOf(expectations);
    }

    /** The config as the user named it. */
    public Path file() {
        return origin.file();
    }

    /** The problems, variants one by one. */
    public List<ProblemConfig> problems() {
        return problemVariants.stream().map(Variant::value).toList();
    }

    /** The solvers, variants one by one. */
    public List<SolverConfig> solvers() {
        return solverVariants.stream().map(Variant::value).toList();
    }

    /** When a run ends; with a sweep of it, in the first variant. What holds for a run, the run says. */
    public StopConfig stop() {
        return settings.get(0).value().stop();
    }

    /** What fixes every random start; with a sweep of it, in the first variant. */
    public long seed() {
        return settings.get(0).value().seed();
    }
}
