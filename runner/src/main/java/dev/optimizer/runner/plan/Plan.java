package dev.optimizer.runner.plan;

import dev.optimizer.formula.Formula;
import dev.optimizer.runner.config.Choice;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.SolverConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every run of an experiment, in the order problems, starts, solvers.
 *
 * @param experiment the experiment
 * @param runs its runs
 */
public record Plan(Experiment experiment, List<PlannedRun> runs) {
    private static final int HASH_DIGITS = 6;

    public Plan {
        runs = List.copyOf(runs);
    }

    /** Expands an experiment. */
    public static Plan of(Experiment experiment) {
        List<PlannedRun> runs = new ArrayList<>();
        for (ProblemConfig problem : experiment.problems()) {
            for (Start start : Starts.of(problem, experiment.seed())) {
                for (SolverConfig solver : experiment.solvers()) {
                    runs.add(run(experiment, problem, start, solver));
                }
            }
        }
        return new Plan(experiment, runs);
    }

    /** How the number of runs comes about: {@code 12 runs = 2 problems x 3 starts x 2 solvers}. */
    public String summary() {
        int problems = experiment.problems().size();
        int solvers = experiment.solvers().size();
        long starts = runs.size() / solvers;
        boolean rectangular =
                experiment.problems().stream().map(Plan::countStarts).distinct().count() == 1;
        String startsPart = rectangular
                ? count(problems, "problem") + " x " + count(starts / problems, "start")
                : count(starts, "start") + " of " + count(problems, "problem");
        return count(runs.size(), "run") + " = " + startsPart + " x " + count(solvers, "solver");
    }

    /** The starts of a problem, in order. */
    public List<Start> startsOf(ProblemConfig problem) {
        return runs.stream()
                .filter(run -> run.problem() == problem)
                .map(PlannedRun::start)
                .distinct()
                .toList();
    }

    private static long countStarts(ProblemConfig problem) {
        return problem.starts().stream()
                .mapToLong(start -> start.names().size())
                .sum();
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static PlannedRun run(Experiment experiment, ProblemConfig problem, Start start, SolverConfig solver) {
        String resolved = String.join(
                "\n",
                // Names may hold the hyphens that join them: a-b and c, or a and b-c.
                "names " + List.of(problem.name(), start.name(), solver.name()),
                describe(problem.formula()),
                "maximise " + problem.maximise(),
                "start " + start.values(),
                "solver " + describe(solver.method()),
                "stop " + experiment.stop(),
                "repeat 1");
        String id = problem.name() + "-" + start.name() + "-" + solver.name() + "-" + Hash.hex(resolved, HASH_DIGITS);
        return new PlannedRun(id, problem, start, solver, 1);
    }

    private static String describe(Formula formula) {
        StringBuilder text = new StringBuilder("variables " + formula.variables());
        formula.lets()
                .forEach(let ->
                        text.append("\nlet ").append(let.name()).append(" = ").append(let.text()));
        return text.append("\nformula ").append(formula.text()).toString();
    }

    /** The type with its options in alphabetical order, so that the order in the file does not matter. */
    private static String describe(Choice choice) {
        Map<String, String> options = new TreeMap<>();
        choice.options()
                .forEach((name, value) ->
                        options.put(name, value instanceof Choice nested ? describe(nested) : String.valueOf(value)));
        return choice.type() + options;
    }
}
