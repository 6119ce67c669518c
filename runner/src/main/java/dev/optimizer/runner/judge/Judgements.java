package dev.optimizer.runner.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All judgements of an experiment, those of each run at hand. */
public final class Judgements {
    private final List<Judgement> all;
    private final int notJudged;
    private final Map<String, List<Judgement>> byRun = new HashMap<>();
    private final long failed;

    /** @param notJudged expectations that are about runs made elsewhere only */
    Judgements(List<Judgement> all, int notJudged) {
        this.all = List.copyOf(all);
        this.notJudged = notJudged;
        this.failed = all.stream().filter(judgement -> !judgement.passed()).count();
        for (Judgement judgement : all) {
            judgement
                    .runId()
                    .ifPresent(id -> byRun.computeIfAbsent(id, unused -> new ArrayList<>())
                            .add(judgement));
        }
    }

    /** These judgements, none of them left out. */
    public static Judgements of(List<Judgement> all) {
        return new Judgements(all, 0);
    }

    /** In the order of the config, then of the runs. */
    public List<Judgement> all() {
        return all;
    }

    /** Those of one run, in the order of the config. */
    public List<Judgement> of(String runId) {
        return byRun.getOrDefault(runId, List.of());
    }

    /** Those that do not hold. */
    public List<Judgement> failures() {
        return all.stream().filter(judgement -> !judgement.passed()).toList();
    }

    public boolean allPassed() {
        return failed == 0;
    }

    /** Expectations that could not be judged, because all the runs that they are about are made elsewhere. */
    public int notJudged() {
        return notJudged;
    }

    /** {@code 2 of 3 checks passed}, {@code no checks}. */
    public String summary() {
        String checks = all.isEmpty() ? "no checks" : all.size() - failed + " of " + all.size() + " checks passed";
        return notJudged == 0
                ? checks
                : checks + ", " + notJudged + (notJudged == 1 ? " expectation" : " expectations") + " not judged";
    }

    /** {@code 2 of 3}: how many of the checks on a run passed; empty if there were none. Not 2/3, which is a date. */
    public String passedOf(String runId) {
        List<Judgement> own = of(runId);
        long passed = own.stream().filter(Judgement::passed).count();
        return own.isEmpty() ? "" : passed + " of " + own.size();
    }
}
