package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.Settings;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.plan.Combinations.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The runs of an experiment, in the order problems, starts, solvers, settings, repetitions; fixed before the first is made.
 *
 * @param experiment the experiment
 * @param all its runs, without those that it excludes
 * @param runs those that are to be made now: all, or some of them in the same order
 * @param excluded how many runs it excludes
 * @param filter what selects those that are to be made now
 */
public record Plan(
        Experiment experiment, List<PlannedRun> all, List<PlannedRun> runs, long excluded, RunFilter filter) {
    public Plan {
        all = List.copyOf(all);
        runs = List.copyOf(runs);
    }

    /** Expands an experiment. */
    public static Plan of(Experiment experiment) {
        Expansion expansion = new Expansion(experiment);
        return new Plan(experiment, expansion.runs, expansion.runs, expansion.excluded, RunFilter.ALL);
    }

    /** The same plan with some of its runs, and what selected them. */
    Plan select(List<PlannedRun> selected, RunFilter how) {
        return new Plan(experiment, all, selected, excluded, how);
    }

    /** How the number of runs comes about: {@code 12 runs = 2 problems x 3 starts x 2 solvers}. */
    public String summary() {
        return filter.options().isEmpty()
                ? Summary.of(experiment, all.size(), excluded)
                : runs.size() + " of " + Summary.count(all.size(), "run") + " (" + String.join(" ", filter.options())
                        + ")";
    }

    /** The same before any run is planned. */
    public static String summary(Experiment experiment) {
        return experiment.sweep().exclude().isEmpty()
                ? Summary.of(experiment, Summary.runs(experiment), 0)
                : of(experiment).summary();
    }

    /** The paths that any of all runs has a value for, in order. */
    public List<String> parameters() {
        return experiment.sweep().axes().stream()
                .flatMap(axis -> axis.values().keySet().stream())
                .sorted()
                .toList();
    }

    /** The starts of a problem that all runs begin at, in order. */
    public List<Start> startsOf(ProblemConfig problem) {
        Map<Start, Boolean> known = new IdentityHashMap<>();
        List<Start> starts = new ArrayList<>();
        for (PlannedRun run : all) {
            if (run.problem() == problem && known.put(run.start(), true) == null) {
                starts.add(run.start());
            }
        }
        return starts;
    }

    /** Makes the runs of an experiment; what many of them share is hashed once. */
    private static final class Expansion {
        private final Experiment experiment;
        private final List<PlannedRun> runs = new ArrayList<>();
        private final Map<Choice, String> solvers = new IdentityHashMap<>();
        private final Map<StopConfig, String> stops = new HashMap<>();
        private long excluded;

        Expansion(Experiment experiment) {
            this.experiment = experiment;
            Combinations combinations = new Combinations(experiment);
            for (Variant<ProblemConfig> problem : experiment.problemVariants()) {
                expand(problem, combinations.with(problem));
            }
        }

        private void expand(Variant<ProblemConfig> problem, List<Pair> pairs) {
            String described = Resolved.hash(problem.value());
            Map<Long, List<Start>> bySeed = new HashMap<>();
            Function<Pair, List<Start>> starts = pair ->
                    bySeed.computeIfAbsent(pair.settings().value().seed(), seed -> Starts.of(problem.value(), seed));
            for (int i = 0; i < problem.value().startCount(); i++) {
                Map<Start, String> hashes = new IdentityHashMap<>();
                for (Pair pair : pairs) {
                    Start start = starts.apply(pair).get(i);
                    String from = hashes.computeIfAbsent(start, Resolved::hash);
                    add(problem, start, pair, identity(described, from, pair));
                }
            }
        }

        private Identity identity(String problem, String start, Pair pair) {
            return new Identity(
                    problem,
                    start,
                    solvers.computeIfAbsent(pair.solver().value().method(), Resolved::hash),
                    stops.computeIfAbsent(pair.settings().value().stop(), Resolved::hash));
        }

        private void add(Variant<ProblemConfig> problem, Start start, Pair pair, Identity identity) {
            SolverConfig solver = pair.solver().value();
            Settings settings = pair.settings().value();
            Map<String, String> parameters = new TreeMap<>(problem.parameters());
            parameters.putAll(pair.solver().parameters());
            parameters.putAll(pair.settings().parameters());
            for (int repeat = 1; repeat <= experiment.sweep().repeat(); repeat++) {
                String id = RunId.of(
                        List.of(problem.value().name(), start.name(), solver.name()), parameters, repeat, identity);
                PlannedRun run = new PlannedRun(
                        id, identity, problem.value(), start, solver, settings.stop(), parameters, repeat);
                if (isExcluded(run)) {
                    excluded++;
                } else {
                    runs.add(run);
                }
            }
        }

        private boolean isExcluded(PlannedRun run) {
            for (Selector selector : experiment.sweep().exclude()) {
                if (selector.matches(run::labels)) {
                    return true;
                }
            }
            return false;
        }
    }
}
