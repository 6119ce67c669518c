package dev.optimizer.conformance;

import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;

/** What a run came to in one word, as the catalogue's endings have it. */
final class Outcome {
    private Outcome() {}

    /** The kind of the point if the run converged, else the status. */
    static String of(Result result) {
        return result.status() == Status.CONVERGED
                ? result.verdict().kind().word()
                : result.status().word();
    }
}
