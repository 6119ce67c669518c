package dev.optimizer.runner.plan;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Choice;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.NamedData;
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

    private static final int LONGEST_LIST = 1_000;

    public Plan {
        runs = List.copyOf(runs);
    }

    /** Expands an experiment. */
    public static Plan of(Experiment experiment) {
        List<PlannedRun> runs = new ArrayList<>();
        for (ProblemConfig problem : experiment.problems()) {
            String described = describe(problem);
            for (Start start : Starts.of(problem, experiment.seed())) {
                for (SolverConfig solver : experiment.solvers()) {
                    runs.add(run(experiment, problem, described, start, solver));
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

    private static PlannedRun run(
            Experiment experiment, ProblemConfig problem, String described, Start start, SolverConfig solver) {
        String resolved = String.join(
                "\n",
                // Names may hold the hyphens that join them: a-b and c, or a and b-c.
                "names " + List.of(problem.name(), start.name(), solver.name()),
                described,
                "maximise " + problem.maximise(),
                "start " + describe(start.values()),
                "solver " + describe(solver.method()),
                "stop " + experiment.stop(),
                "repeat 1");
        String id = problem.name() + "-" + start.name() + "-" + solver.name() + "-" + Hash.hex(resolved, HASH_DIGITS);
        return new PlannedRun(id, problem, start, solver, 1);
    }

    private static String describe(ProblemConfig problem) {
        Formula formula = problem.formula();
        StringBuilder text = new StringBuilder("variables " + formula.variables());
        for (Variable variable : formula.layout()) {
            if (!variable.shape().isScalar()) {
                text.append("\n").append(variable.name()).append(" is ").append(variable.shape());
            }
        }
        problem.data().forEach(data -> text.append("\ndata ").append(describe(data)));
        formula.lets()
                .forEach(let ->
                        text.append("\nlet ").append(let.name()).append(" = ").append(let.text()));
        String kind = problem.isLeastSquares() ? "\nresiduals " : "\nformula ";
        return text.append(kind).append(formula.text()).toString();
    }

    private static String describe(NamedData data) {
        String values = describe(Doubles.of(data.values().values()));
        return data.name() + " = " + data.values().shape() + " " + values;
    }

    /** The numbers themselves, or of many their hash. */
    private static String describe(List<Double> numbers) {
        return numbers.size() <= LONGEST_LIST ? numbers.toString() : Hash.hex(numbers);
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
