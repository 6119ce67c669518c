package dev.optimizer.runner.execute;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Threads that make the runs of an experiment, each with an {@link Executor} of its own, so that an outcome does not depend
 * on how many there are. BLAS works on one thread per caller.
 *
 * <p>Memory is what they share. A run for which there was not enough while others were under way is made once more when
 * they are done, alone.
 */
public final class Workers {
    private final Experiment experiment;
    private final int jobs;
    private final Interruption interruption;
    private final Queue<PlannedRun> postponed = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param jobs how many threads, at least 1
     * @param interruption asked between steps; runs that were interrupted have no outcome, and no others are begun
     */
    public Workers(Experiment experiment, int jobs, Interruption interruption) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1: " + jobs);
        }
        this.experiment = experiment;
        this.jobs = jobs;
        this.interruption = interruption.within();
    }

    /**
     * Makes runs, the first ones first, and returns when all are done.
     *
     * @param keep takes an outcome on the thread that made it, several at a time; if its memory is exhausted it has not taken it
     */
    public void make(Collection<PlannedRun> runs, Consumer<RunOutcome> keep) {
        Queue<PlannedRun> queue = new ConcurrentLinkedQueue<>(runs);
        boolean together = Math.min(jobs, runs.size()) > 1;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, runs.size()); i++) {
            Thread thread = new Thread(() -> work(queue, together, keep), "run-" + (i + 1));
            threads.add(thread);
            thread.start();
        }
        threads.forEach(Workers::join);
        rethrow();
        if (!postponed.isEmpty()) {
            make(List.of(postponed.remove()), keep);
        }
    }

    private void work(Queue<PlannedRun> queue, boolean together, Consumer<RunOutcome> keep) {
        try {
            Executor executor = new Executor(experiment, interruption);
            PlannedRun run = queue.poll();
            while (run != null && !interruption.isRequested()) {
                make(run, executor, together, keep);
                run = queue.poll();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            interruption.request();
        }
    }

    private void make(PlannedRun run, Executor executor, boolean together, Consumer<RunOutcome> keep) {
        try {
            executor.attempt(run).ifPresent(keep);
        } catch (OutOfMemoryError e) {
            if (together) {
                postponed.add(run);
            } else {
                keep.accept(Executor.crashed(run, e));
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            // Ctrl-C asks the runs to end; it does not interrupt this thread.
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** What is no outcome but a mistake of the program ends it. */
    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
