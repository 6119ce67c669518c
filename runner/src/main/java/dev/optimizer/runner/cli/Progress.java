package dev.optimizer.runner.cli;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.solver.Status;
import java.util.function.LongSupplier;

/**
 * How far a batch is: a line per run, or on a terminal one line that is rewritten, above which failures stay. Several threads may
 * report.
 */
final class Progress {
    /** More often than this nobody can read. */
    private static final long SHORTEST_NANOS = 100_000_000;

    private final Console console;
    private final int total;
    private final int before;
    private final LongSupplier nanoTime;
    private final long started;
    private long shown;
    private int done;

    /**
     * @param total how many runs there are
     * @param before how many of them were done before
     * @param nanoTime a clock
     */
    Progress(Console console, int total, int before, LongSupplier nanoTime) {
        this.console = console;
        this.total = total;
        this.before = before;
        this.done = before;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.shown = started - SHORTEST_NANOS;
    }

    /** A run has ended. */
    synchronized void done(RunOutcome outcome) {
        done++;
        if (!console.isLive()) {
            console.progress(() -> line(outcome));
            return;
        }
        if (outcome.status() == Status.CRASHED) {
            console.error(line(outcome));
        }
        long now = nanoTime.getAsLong();
        if (now - shown >= SHORTEST_NANOS) {
            shown = now;
            console.status(fit(status(outcome, (now - started) / 1e9)));
        }
    }

    private String line(RunOutcome outcome) {
        return "[" + counter() + "] " + outcome.run().id() + "  " + ending(outcome);
    }

    /** No more runs will be made; the line goes away. */
    synchronized void end() {
        if (console.isLive()) {
            console.status("");
        }
    }

    private String counter() {
        String all = Integer.toString(total);
        return " ".repeat(all.length() - Integer.toString(done).length()) + done + "/" + all;
    }

    private static String ending(RunOutcome outcome) {
        return outcome.status() == Status.CRASHED
                ? "crashed: " + outcome.stopReason()
                : outcome.status().word() + " (" + outcome.stopReason() + ") after " + outcome.iterations()
                        + (outcome.iterations() == 1 ? " iteration" : " iterations") + ", f = "
                        + Numbers.rounded(outcome.value()) + ", " + outcome.point();
    }

    /** {@code [ 37/200] 18 %, 12 s left  quartic-left-newton-b93c70} */
    private String status(RunOutcome last, double seconds) {
        double left = seconds / (done - before) * (total - done);
        return "[" + counter() + "] " + 100L * done / total + " %, " + duration(left) + " left  "
                + last.run().id();
    }

    /** A line as wide as the terminal would make it begin another. */
    private String fit(String line) {
        int room = console.width() - 1;
        return line.length() <= room ? line : line.substring(0, room - 1) + "…";
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        } else if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
