package dev.optimizer.runner.judge;

import dev.optimizer.runner.config.Position;
import java.util.Optional;

/**
 * One check on one run.
 *
 * @param position where the check stands in the config
 * @param runId the run; empty for an expectation that no run matches, which fails
 * @param passed whether it holds
 * @param message what was measured and what was wanted: {@code value is -5, wanted -32 within 1e-9}
 */
public record Judgement(Position position, Optional<String> runId, boolean passed, String message) {}
