package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the journals of a folder say about runs made earlier, and which of them stand for planned ones. */
public final class EarlierRuns {
    /** Why a run that is in no journal is made. */
    public static final String NEVER_MADE = "it was not made before";

    /**
     * Whether an earlier run stands for a planned one.
     *
     * @param outcome the earlier outcome; empty if the run has to be made
     * @param reason why it has to be
     */
    public record Decision(Optional<RunOutcome> outcome, String reason) {
        public static Decision make(String reason) {
            return new Decision(Optional.empty(), reason);
        }
    }

    private final Map<String, List<JournalEntry>> byId = new HashMap<>();
    private final Map<List<String>, JournalEntry> byNames = new HashMap<>();
    private final Map<String, JournalEntry> good = new HashMap<>();
    private final Path traces;

    /** @param entries the later ones last */
    EarlierRuns(List<JournalEntry> entries, Path traces) {
        this.traces = traces;
        for (JournalEntry entry : entries) {
            byId.computeIfAbsent(entry.text("id"), id -> new ArrayList<>()).add(entry);
            byNames.put(RunKey.names(entry.fields()), entry);
        }
    }

    /**
     * Decides about a planned run. A run that crashed is never used again, nor is one that was ended by its budget of
     * time, which depends on the machine.
     */
    Decision decide(PlannedRun run, RunKey key, boolean needsPoint) throws IOException {
        String reason = NEVER_MADE;
        List<JournalEntry> candidates = byId.getOrDefault(run.id(), List.of());
        // Where journals were copied together, a folder can have several entries for a run, and one trace.
        for (JournalEntry entry : candidates) {
            reason = obstacle(entry, key, needsPoint);
            if (reason.isEmpty()) {
                good.put(run.id(), entry);
                return new Decision(Optional.of(entry.outcome(run)), "");
            }
        }
        JournalEntry namesake = byNames.get(RunKey.names(key.fields()));
        boolean changed = candidates.isEmpty() && namesake != null;
        return Decision.make(changed ? changes(namesake, key) : reason);
    }

    /** The entries of runs that {@link #decide} found good, for the next journal. */
    List<JournalEntry> entries(Collection<RunOutcome> reused) {
        return reused.stream().map(outcome -> good.get(outcome.run().id())).toList();
    }

    private String obstacle(JournalEntry entry, RunKey key, boolean needsPoint) throws IOException {
        if (!changes(entry, key).isEmpty()) {
            return changes(entry, key);
        }
        if (entry.status() == Status.CRASHED) {
            return "it crashed";
        }
        if (entry.status() == Status.BUDGET && entry.text("stop_reason").equals("seconds")) {
            return "it was ended by its budget of time, which depends on the machine";
        }
        if (needsPoint && entry.x().isEmpty()) {
            return "its final point was not kept";
        }
        Path trace = traces.resolve(key.fields().get("id") + ".csv");
        if (!Files.exists(trace)) {
            return "its trace is gone";
        }
        return WholeFile.stamp(trace).equals(entry.text("trace")) ? "" : "its trace is not the one that was written";
    }

    /** What is not as it was: {@code the start is not the same}; empty if everything is. */
    private static String changes(JournalEntry entry, RunKey key) {
        List<String> changed = new ArrayList<>();
        RunKey.DECIDING.forEach((field, name) -> {
            if (!key.fields().get(field).equals(entry.fields().get(field))) {
                changed.add(name);
            }
        });
        if (changed.isEmpty()) {
            return "";
        }
        String last = changed.remove(changed.size() - 1);
        if (changed.isEmpty()) {
            return last + (last.endsWith("s") ? " are" : " is") + " not the same";
        }
        return String.join(", ", changed) + " and " + last + " are not the same";
    }
}
