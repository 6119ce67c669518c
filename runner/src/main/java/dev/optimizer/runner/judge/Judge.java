package dev.optimizer.runner.judge;

import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Check;
import dev.optimizer.runner.config.Expectation;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges the outcomes of an experiment. */
public final class Judge {
    private final StartDerivatives derivatives = new StartDerivatives();

    private Judge() {}

    /**
     * Every check of every expectation on every run that it selects, in the order of the config, then of the runs.
     *
     * @param outcomes of some or all runs
     * @param all every run of the experiment: an expectation about none of them fails; one about runs that are made
     *     elsewhere only is not judged
     */
    public static Judgements judge(Experiment experiment, List<RunOutcome> outcomes, Collection<PlannedRun> all) {
        Judge judge = new Judge();
        List<Judgement> judgements = new ArrayList<>();
        int notJudged = 0;
        for (Expectation expectation : experiment.expectations()) {
            List<RunOutcome> selected = outcomes.stream()
                    .filter(outcome -> isSelected(expectation.selector(), outcome.run()))
                    .toList();
            if (selected.isEmpty() && all.stream().anyMatch(run -> isSelected(expectation.selector(), run))) {
                notJudged++;
            } else if (selected.isEmpty()) {
                judgements.add(matchesNothing(expectation, all));
            }
            for (Check check : expectation.checks()) {
                selected.forEach(outcome -> judgements.add(judge.judge(check, outcome)));
            }
        }
        return new Judgements(judgements, notJudged);
    }

    /** What the expectations of no run come to. */
    public static List<Judgement> unmatched(Experiment experiment, Collection<PlannedRun> all) {
        return experiment.expectations().stream()
                .filter(expectation -> all.stream().noneMatch(run -> isSelected(expectation.selector(), run)))
                .map(expectation -> matchesNothing(expectation, all))
                .toList();
    }

    private static Judgement matchesNothing(Expectation expectation, Collection<PlannedRun> all) {
        String why = Unmatched.describe(expectation.selector(), all);
        return new Judgement(
                "for", expectation.position(), Optional.empty(), false, "this expects something of no run: " + why);
    }

    /** Every check on one run, in the order of the config. */
    public static List<Judgement> judge(Experiment experiment, RunOutcome outcome) {
        Judge judge = new Judge();
        return experiment.expectations().stream()
                .filter(expectation -> isSelected(expectation.selector(), outcome.run()))
                .flatMap(expectation -> expectation.checks().stream())
                .map(check -> judge.judge(check, outcome))
                .toList();
    }

    /** Whether a check looks at the final point of a run. */
    public static boolean needsPoint(Experiment experiment, PlannedRun run) {
        return experiment.expectations().stream()
                .anyMatch(expectation -> isSelected(expectation.selector(), run)
                        && expectation.checks().stream().anyMatch(Check.At.class::isInstance));
    }

    static boolean isSelected(Selector selector, PlannedRun run) {
        return selector.matches(run::labels);
    }

    private Judgement judge(Check check, RunOutcome outcome) {
        String failure;
        try {
            failure = failure(check, outcome);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Derivatives at the start are computed only now. What they cannot be must not cost the results of all
            // runs.
            failure = "cannot be computed: " + Thrown.inWords(e);
        }
        Optional<String> id = Optional.of(outcome.run().id());
        return new Judgement(check.key(), check.position(), id, failure.isEmpty(), failure);
    }

    /** What is wrong, or nothing. */
    private String failure(Check check, RunOutcome outcome) {
        if (check instanceof Check.Ending ending) {
            return word("status", outcome.status(), ending.wanted());
        }
        if (check instanceof Check.Point point) {
            return word("point", outcome.point(), point.wanted()) + whyUnknown(outcome);
        }
        if (check instanceof Check.Measure measure) {
            return number(measure, measured(measure.measure(), outcome));
        }
        if (check instanceof Check.Monotone monotone) {
            return monotone(monotone.wanted(), outcome);
        }
        if (check instanceof Check.At at) {
            return at(at, outcome);
        }
        if (check instanceof Check.Gradient gradient) {
            return byVariable("∂f/∂", gradient.wanted(), outcome.run(), derivatives.gradient(outcome.run()));
        }
        return hessian(((Check.Hessian) check).wanted(), derivatives.hessian(outcome.run()));
    }

    private static String at(Check.At at, RunOutcome outcome) {
        return outcome.x().isEmpty()
                ? "there is no final point, for want of memory"
                : byVariable("", at.wanted(), outcome.run(), outcome.x());
    }

    private static String monotone(boolean wanted, RunOutcome outcome) {
        if (outcome.status() == Status.CRASHED) {
            return "monotone is not known, wanted " + wanted + "; the run crashed";
        }
        if (outcome.monotone() == wanted) {
            return "";
        }
        boolean maximised = outcome.run().problem().maximise();
        return outcome.monotone()
                ? "monotone is true, wanted false: f never " + (maximised ? "falls" : "rises")
                : "monotone is false, wanted true: f " + (maximised ? "falls" : "rises") + " on the way";
    }

    private static String whyUnknown(RunOutcome outcome) {
        if (outcome.point() != PointKind.UNKNOWN) {
            return "";
        } else if (outcome.status() == Status.CRASHED) {
            return "; the run crashed";
        }
        long entries = outcome.run().problem().function().dimension();
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
        Map<String, Variable> variables = run.problem().function().layout().stream()
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
