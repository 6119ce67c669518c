package dev.optimizer.runner.judge;

import dev.optimizer.runner.config.text.Position;
import java.util.Optional;

/**
 * One check on one run.
 *
 * @param check its key in the config: {@code status}, {@code value}; {@code for} of an expectation that no run matches
 * @param position where the check stands
 * @param runId the run; empty for an expectation that no run matches, which fails
 * @param passed whether it holds
 * @param message what was measured and what was wanted: {@code value is -5, wanted -32 within 1e-9}; empty if it holds
 */
public record Judgement(String check, Position position, Optional<String> runId, boolean passed, String message) {}
