package dev.optimizer.runner.plan;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Choice;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.StartValue;
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
        String stop = part(experiment.stop().toString());
        for (ProblemConfig problem : experiment.problems()) {
            String described = part(describe(problem));
            for (Start start : Starts.of(problem, experiment.seed())) {
                String from = part(describe(start));
                for (SolverConfig solver : experiment.solvers()) {
                    Identity identity = new Identity(described, from, part(describe(solver.method())), stop);
                    runs.add(run(experiment, problem, start, solver, identity));
                }
            }
        }
        return new Plan(experiment, runs);
    }

    /** How the number of runs comes about: {@code 12 runs = 2 problems x 3 starts x 2 solvers}. */
    public String summary() {
        return summary(experiment);
    }

    /** The same before any run is planned. */
    public static String summary(Experiment experiment) {
        int problems = experiment.problems().size();
        int solvers = experiment.solvers().size();
        long starts = experiment.problems().stream()
                .mapToLong(ProblemConfig::startCount)
                .sum();
        boolean rectangular = experiment.problems().stream()
                        .map(ProblemConfig::startCount)
                        .distinct()
                        .count()
                == 1;
        String startsPart = rectangular
                ? count(problems, "problem") + " x " + count(starts / problems, "start")
                : count(starts, "start") + " of " + count(problems, "problem");
        return count(starts * solvers, "run") + " = " + startsPart + " x " + count(solvers, "solver");
    }

    /** The starts of a problem, in order. */
    public List<Start> startsOf(ProblemConfig problem) {
        List<Start> starts = new ArrayList<>();
        for (PlannedRun run : runs) {
            // The runs of one start stand one after the other.
            boolean known = !starts.isEmpty() && starts.get(starts.size() - 1) == run.start();
            if (run.problem() == problem && !known) {
                starts.add(run.start());
            }
        }
        return starts;
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static PlannedRun run(
            Experiment experiment, ProblemConfig problem, Start start, SolverConfig solver, Identity identity) {
        String resolved = String.join(
                "\n",
                // Names may hold the hyphens that join them: a-b and c, or a and b-c.
                "names " + List.of(problem.name(), start.name(), solver.name()),
                identity.toString(),
                "repeat 1");
        String id = problem.name() + "-" + start.name() + "-" + solver.name() + "-" + Hash.hex(resolved, HASH_DIGITS);
        return new PlannedRun(id, identity, problem, start, solver, experiment.stop(), Map.of(), 1);
    }

    /** A part of an identity: as many digits as make an accident impossible. */
    private static String part(String resolved) {
        return Hash.hex(resolved, 32);
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
        return text.append(kind)
                .append(formula.text())
                .append("\nmaximise ")
                .append(problem.maximise())
                .toString();
    }

    private static String describe(NamedData data) {
        String values = describe(Doubles.of(data.values().values()));
        return data.name() + " = " + data.values().shape() + " " + values;
    }

    /** The numbers; of many that are drawn, how. */
    private static String describe(Start start) {
        if (start.dimension() <= LONGEST_LIST || !start.isRandom()) {
            return describe(start.values());
        }
        StringBuilder text = new StringBuilder("seed " + start.seed());
        for (StartValue value : start.recipe()) {
            text.append(", ")
                    .append(
                            value instanceof StartValue.Entries entries
                                    ? describe(entries.values())
                                    : value.toString());
        }
        return text.toString();
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
