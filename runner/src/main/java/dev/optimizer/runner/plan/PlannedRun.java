package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.StopConfig;
import java.util.Map;
import java.util.Set;

/**
 * One run to be made, with everything that decides its outcome.
 *
 * @param id a readable name and a hash of the names and the identity; independent of the order of things in the config
 * @param identity what decides the outcome, in short
 * @param problem what to minimise
 * @param start where from
 * @param solver how
 * @param stop when it ends
 * @param parameters the swept parameters that this run has, by path ({@code descent.step}), as they are written in the
 *     config; empty without a sweep
 * @param repeat which repetition, from 1
 */
public record PlannedRun(
        String id,
        Identity identity,
        ProblemConfig problem,
        Start start,
        SolverConfig solver,
        StopConfig stop,
        Map<String, String> parameters,
        int repeat) {
    /**
     * What the run is called under a key by which runs are selected: {@code problem}, {@code start} (its own name and that of the
     * declaration), {@code solver}, {@code repeat}, {@code id}, or a swept path; nothing if it does not have it.
     */
    public Set<String> labels(String key) {
        return switch (key) {
            case "problem" -> Set.of(problem.name());
            case "start" -> {
                String name = start.name();
                yield name.equals(start.declaredName()) ? Set.of(name) : Set.of(name, start.declaredName());
            }
            case "solver" -> Set.of(solver.name());
            case "repeat" -> Set.of(Integer.toString(repeat));
            case "id" -> Set.of(id);
            default -> parameters.containsKey(key) ? Set.of(parameters.get(key)) : Set.of();
        };
    }
}
