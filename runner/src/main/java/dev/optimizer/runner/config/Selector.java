package dev.optimizer.runner.config;

import java.util.Set;

/**
 * Which runs an expectation is about. An empty set selects everything.
 *
 * @param problems names of problems
 * @param starts names of starts, as declared or as expanded ({@code any} or {@code any-3})
 * @param solvers names of solvers
 */
public record Selector(Set<String> problems, Set<String> starts, Set<String> solvers) {
    public Selector {
        problems = Set.copyOf(problems);
        starts = Set.copyOf(starts);
        solvers = Set.copyOf(solvers);
    }

    /**
     * Whether a run is selected.
     *
     * @param declaredStart the key of the start in the config
     * @param start the start's own name: the same, or {@code declaredStart-i}
     */
    public boolean matches(String problem, String declaredStart, String start, String solver) {
        return selects(problems, problem)
                && (selects(starts, declaredStart) || selects(starts, start))
                && selects(solvers, solver);
    }

    private static boolean selects(Set<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }
}
