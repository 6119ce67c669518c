package dev.optimizer.runner.config.problem;

import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * A problem as far as it could be read: what is wrong is missing, so that the rest of the config can still be checked
 * against what is right.
 */
public record ProblemDraft(
        String name,
        Optional<String> builtin,
        Names names,
        boolean maximise,
        Optional<Optimum> optimum,
        List<StartConfig> starts,
        Position position) {
    /** Whether a name is that of a start, declared or expanded. A draft without starts answers nothing for sure. */
    public boolean hasStart(String start) {
        return starts.isEmpty() || starts.stream().anyMatch(declared -> declared.isCalled(start));
    }

    /** The problem itself, once no error has been found. */
    public ProblemConfig finished() {
        return new ProblemConfig(
                name, builtin, names.function().orElseThrow(), names.data(), maximise, optimum, starts, position);
    }
}
