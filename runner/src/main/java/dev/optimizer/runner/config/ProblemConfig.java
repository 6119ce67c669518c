package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * A problem and where to start on it.
 *
 * @param name under {@code problems:} its key; for a single problem the built-in's name or else the experiment's
 * @param builtin the name of the built-in problem that this is; empty for a formula of the user's own
 * @param function the objective as it was written, before {@code maximise} flips it: a scalar, or the residuals r of the
 *     objective ½‖r‖², a vector
 * @param data the known numbers that the formula may use
 * @param maximise whether a maximum of the formula is looked for
 * @param optimum the known answer, in terms of the formula as it was written
 * @param starts at least one, with different names
 * @param position where it stands in the config
 */
public record ProblemConfig(
        String name,
        Optional<String> builtin,
        Function function,
        List<NamedData> data,
        boolean maximise,
        Optional<Optimum> optimum,
        List<StartConfig> starts,
        Position position) {
    public ProblemConfig {
        data = List.copyOf(data);
        starts = List.copyOf(starts);
    }

    /** How many starts there are; a random one may stand for many. */
    public long startCount() {
        return starts.stream().mapToLong(start -> start.count().orElse(1)).sum();
    }

    /** Whether the objective is ½‖r‖², and the function is the formula of r. */
    public boolean isLeastSquares() {
        return function.scope().shape().isVector();
    }

    /** How much worse than the known optimum a value of the formula is; NaN if no optimum is known. */
    public double gap(double value) {
        double sign = maximise ? -1 : 1;
        return optimum.map(known -> sign * (value - known.value())).orElse(Double.NaN);
    }
}
