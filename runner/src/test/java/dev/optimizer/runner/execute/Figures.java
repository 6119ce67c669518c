package dev.optimizer.runner.execute;

import dev.optimizer.solver.Trace;
import java.util.Arrays;

/** Outcomes as texts that are equal if they are the same to the bit but for the times. */
final class Figures {
    private Figures() {}

    static String of(RunOutcome outcome) {
        StringBuilder text =
                new StringBuilder(outcome.condensed(true).toString().replaceAll("seconds=[^,]*,", ""));
        for (Trace.Row row : outcome.trace()) {
            text.append('\n')
                    .append(row.toString().replaceAll("seconds=.*", ""))
                    .append(Arrays.toString(row.x()));
        }
        return text.toString();
    }
}
