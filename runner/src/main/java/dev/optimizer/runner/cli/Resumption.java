package dev.optimizer.runner.cli;

import dev.optimizer.formula.Suggestion;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judge;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.output.EarlierRuns;
import dev.optimizer.runner.output.ResultsFolder;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Decides which runs need not be made, and says why the others must. */
final class Resumption {
    private static final String FAILED = "failed";
    private static final String ALL = "all";

    private final Console console;
    private final Plan plan;
    private final List<String> rerun;

    /** @param rerun the values of {@code --rerun} */
    Resumption(Console console, Plan plan, List<String> rerun) {
        this.console = console;
        this.plan = plan;
        this.rerun = rerun;
    }

    /** @throws UsageException if a run is to be made again that no plan has */
    static void check(List<String> rerun, List<Plan> plans) {
        List<String> ids = plans.stream()
                .flatMap(plan -> plan.runs().stream())
                .map(PlannedRun::id)
                .toList();
        for (String word : rerun) {
            if (!List.of(FAILED, ALL).contains(word) && !ids.contains(word)) {
                String close = Suggestion.closest(word, ids)
                        .map(id -> "; did you mean '" + id + "'?")
                        .orElse("; 'plan' lists the ids");
                throw new UsageException("--rerun: there is no run '" + word + "'" + close);
            }
        }
    }

    /** The outcomes that are used again, by the ids of their runs. */
    Map<String, RunOutcome> reuse(ResultsFolder folder, Predicate<PlannedRun> needsPoint) throws IOException {
        Map<String, RunOutcome> reused = new LinkedHashMap<>();
        for (PlannedRun run : plan.runs()) {
            EarlierRuns.Decision decision = decide(folder, run, needsPoint);
            decision.outcome().ifPresent(outcome -> reused.put(run.id(), outcome));
            tell(run, decision);
        }
        console.progress(plan.experiment().name() + ": " + reused.size() + " of "
                + plan.runs().size() + " runs are used again");
        return reused;
    }

    private EarlierRuns.Decision decide(ResultsFolder folder, PlannedRun run, Predicate<PlannedRun> needsPoint)
            throws IOException {
        if (rerun.contains(ALL)) {
            return EarlierRuns.Decision.make("--rerun all");
        } else if (rerun.contains(run.id())) {
            return EarlierRuns.Decision.make("--rerun");
        }
        EarlierRuns.Decision decision = folder.decide(run, needsPoint.test(run));
        boolean again = rerun.contains(FAILED)
                && decision.outcome().filter(this::failsACheck).isPresent();
        return again ? EarlierRuns.Decision.make("it fails a check") : decision;
    }

    private boolean failsACheck(RunOutcome outcome) {
        return !Judge.judge(plan.experiment(), outcome).stream().allMatch(Judgement::passed);
    }

    /** What nobody wonders about only to those who ask: after an interruption that may be thousands of lines. */
    private void tell(PlannedRun run, EarlierRuns.Decision decision) {
        if (decision.outcome().isPresent()) {
            console.detail(run.id() + ": used again; nothing that decides its outcome has changed");
        } else if (decision.reason().equals(EarlierRuns.NEVER_MADE)) {
            console.detail(run.id() + ": is made; " + decision.reason());
        } else {
            console.progress(run.id() + ": is made again; " + decision.reason());
        }
    }
}
