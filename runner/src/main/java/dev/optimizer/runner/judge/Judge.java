package dev.optimizer.runner.judge;

import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Check;
import dev.optimizer.runner.config.Expectation;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.config.Thrown;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges the outcomes of an experiment. */
public final class Judge {
    private Judge() {}

    /** Every check of every expectation on every run that it selects, in the order of the config, then of the runs. */
    public static List<Judgement> judge(Experiment experiment, List<RunOutcome> outcomes) {
        List<Judgement> judgements = new ArrayList<>();
        for (Expectation expectation : experiment.expectations()) {
            List<RunOutcome> selected = outcomes.stream()
                    .filter(outcome -> isSelected(expectation, outcome.run()))
                    .toList();
            if (selected.isEmpty()) {
                judgements.add(new Judgement(
                        expectation.position(), Optional.empty(), false, "no run matches this expectation"));
            }
            for (Check check : expectation.checks()) {
                selected.forEach(outcome -> judgements.add(judge(check, outcome)));
            }
        }
        return judgements;
    }

    /** Whether a check looks at the final point of a run. */
    public static boolean needsPoint(Experiment experiment, PlannedRun run) {
        return experiment.expectations().stream()
                .anyMatch(expectation -> isSelected(expectation, run)
                        && expectation.checks().stream().anyMatch(Check.At.class::isInstance));
    }

    private static boolean isSelected(Expectation expectation, PlannedRun run) {
        return expectation.selector().matches(run::labels);
    }

    private static Judgement judge(Check check, RunOutcome outcome) {
        String failure;
        try {
            failure = failure(check, outcome);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Derivatives at the start are computed only now. What they cannot be must not cost the results of all
            // runs.
            failure = "cannot be computed: " + Thrown.inWords(e);
        }
        return new Judgement(check.position(), Optional.of(outcome.run().id()), failure.isEmpty(), failure);
    }

    /** What is wrong, or nothing. */
    private static String failure(Check check, RunOutcome outcome) {
        if (check instanceof Check.Ending ending) {
            return word("status", outcome.status(), ending.wanted());
        }
        if (check instanceof Check.Point point) {
            return word("point", outcome.point(), point.wanted()) + whyUnknown(outcome);
        }
        if (check instanceof Check.Measure measure) {
            return number(measure, measured(measure.measure(), outcome));
        }
        if (check instanceof Check.At && outcome.x().isEmpty()) {
            return "there is no final point, for want of memory";
        }
        if (check instanceof Check.At at) {
            return byVariable("", at.wanted(), outcome.run(), outcome.x());
        }
        if (check instanceof Check.Gradient gradient) {
            return byVariable("∂f/∂", gradient.wanted(), outcome.run(), StartDerivatives.gradient(outcome.run()));
        }
        return hessian(((Check.Hessian) check).wanted(), StartDerivatives.hessian(outcome.run()));
    }

    private static String whyUnknown(RunOutcome outcome) {
        if (outcome.point() != PointKind.UNKNOWN) {
            return "";
        } else if (outcome.status() == Status.CRASHED) {
            return "; the run crashed";
        }
        long entries = outcome.run().problem().formula().dimension();
        return entries > Verdict.LARGEST_DENSE
                ? "; the smallest eigenvalue of so large a Hessian, " + entries + " variables, was not found"
                : "";
    }

    private static String word(String what, Enum<?> actual, Enum<?> wanted) {
        return actual == wanted ? "" : what + " is " + actual + ", wanted " + wanted;
    }

    private static String number(Check.Measure check, double actual) {
        if (check.accepts(actual)) {
            return "";
        }
        StringJoiner wanted = new StringJoiner(", ");
        check.min().ifPresent(min -> wanted.add("at least " + Numbers.shortest(min)));
        check.max().ifPresent(max -> wanted.add("at most " + Numbers.shortest(max)));
        check.near().ifPresent(near -> wanted.add(Failures.describe(near)));
        String measured = Double.isNaN(actual) ? "not known" : Numbers.shortest(actual);
        return check.measure() + " is " + measured + ", wanted " + wanted;
    }

    private static double measured(String measure, RunOutcome outcome) {
        return switch (measure) {
            case "value" -> outcome.value();
            case "gap" -> outcome.gap();
            case "gradient_norm" -> outcome.gradientNorm();
            case "iterations" -> outcome.iterations();
            case "evaluations" -> outcome.values();
            case "order" -> outcome.order();
            case "rate" -> outcome.rate();
            default -> throw new IllegalArgumentException("no such measure: " + measure);
        };
    }

    private static String byVariable(
            String prefix, Map<String, List<Near>> wanted, PlannedRun run, List<Double> actual) {
        Failures failures = new Failures();
        Map<String, Variable> variables = run.problem().formula().layout().stream()
                .collect(Collectors.toMap(Variable::name, Function.identity()));
        wanted.forEach((name, entries) -> {
            Variable variable = variables.get(name);
            for (int i = 0; i < entries.size(); i++) {
                double value = actual.get(Math.toIntExact(variable.offset()) + i);
                failures.check(prefix + variable.entryName(i), value, entries.get(i));
            }
        });
        return failures.toString();
    }

    private static String hessian(List<List<Near>> wanted, List<List<Double>> actual) {
        Failures failures = new Failures();
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < wanted.size(); j++) {
                String entry = "entry [" + (i + 1) + ", " + (j + 1) + "] of the Hessian";
                failures.check(entry, actual.get(i).get(j), wanted.get(i).get(j));
            }
        }
        return failures.toString();
    }
}
