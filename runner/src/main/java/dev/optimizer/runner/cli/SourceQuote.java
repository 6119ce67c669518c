package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.config.text.Sources;

/** Shows what is found out after reading a config the way its errors are shown: at the line that is to blame. */
final class SourceQuote {
    private final Sources sources;

    SourceQuote(Experiment experiment) {
        this.sources = experiment.origin().sources();
    }

    /** The message at its place, with carets to the end of the line. */
    String render(Position position, String message) {
        return sources.diagnostic(position, message).render();
    }
}
