package dev.optimizer.runner.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A config that was read without an error: what to run, when to stop, what to record and what must come out.
 *
 * @param file the config as the user named it
 * @param name the output folder, safe to use as one
 * @param seed fixes every random start
 * @param problems at least one, with different names
 * @param solvers at least one, with different names
 * @param stop when each run ends
 * @param record what goes into each trace
 * @param expectations what must hold of the results; may be empty
 */
public record Experiment(
        Path file,
        String name,
        long seed,
        List<ProblemConfig> problems,
        List<SolverConfig> solvers,
        StopConfig stop,
        RecordConfig record,
        List<Expectation> expectations) {
    public Experiment {
        problems = List.copyOf(problems);
        solvers = List.copyOf(solvers);
        expectations = List.copyOf(expectations);
    }
}
