package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Direction;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.Schedule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.List;

/** Steps fixed beforehand, as options of the solvers that make them. */
final class FixedSteps {
    private FixedSteps() {}

    /**
     * The step length of methods that divide the gradient by its own size, so that it is a length in x. The usual values of
     * training are too small for a run of 1,000 iterations: on the seven problems that {@code Adam.DEFAULT_STEP} tells of, 0.01
     * for adagrad gets 1 run of 11 to ‖∇f‖∞ ≤ 10⁻⁶ and 1 gets 8; for rmsprop it is 2 with 0.001 and 7 with 0.01.
     */
    static Key step(String usual) {
        return Key.optional(
                "step", Kind.number().above(0), usual, "the step length α of the first step, in units of x");
    }

    static Key schedule() {
        return Key.optional(
                "schedule",
                Kind.variant(List.of(
                        Section.of("constant", "the same step length every time"),
                        inverseTime(),
                        Section.of("inverse-sqrt", "α/√(1 + k) from iterate k"),
                        stepDecay(),
                        cosine())),
                "how the step length shrinks; constant if not given");
    }

    private static Section inverseTime() {
        return Section.of(
                "inverse-time",
                "α/(1 + k/period) from iterate k",
                Key.optional("period", Kind.number().above(0), "100", "the iterations until it is half as long")
                        .from("Robbins, Monro 1951"));
    }

    private static Section stepDecay() {
        return Section.of(
                "step-decay",
                "α·factor^⌊k/every⌋ from iterate k; exponential if every is 1",
                Key.optional("factor", Kind.number().above(0).below(1), "0.5", "by which it shrinks"),
                Key.optional(
                        "every", Kind.whole(1, Integer.MAX_VALUE), "100", "the iterations from one fall to the next"));
    }

    private static Section cosine() {
        return Section.of(
                "cosine",
                "half a cosine from α down to last·α",
                Key.optional("period", Kind.number().above(0), "1000", "the iterations that it takes")
                        .from("Loshchilov, Hutter 2017, eq. 5"),
                Key.optional(
                        "last",
                        Kind.number().above(0).atMost(1),
                        "0.01",
                        "the part of the step length that is left at its end"));
    }

    /** The solver that steps along a direction by the options {@code step}, if there is one, and {@code schedule}. */
    static Solver create(Direction direction, Options options) {
        FixedStep rule = options.has("schedule") ? new FixedStep(create(options.choice("schedule"))) : new FixedStep();
        return options.has("step")
                ? LineSearchSolver.of(direction, rule, options.number("step"))
                : LineSearchSolver.of(direction, rule);
    }

    private static Schedule create(Choice schedule) {
        Options options = Options.of(schedule);
        return switch (schedule.type()) {
            case "constant" -> Schedule.constant();
            case "inverse-time" -> Schedule.inverseTime(options.number("period"));
            case "inverse-sqrt" -> Schedule.inverseSqrt();
            case "step-decay" -> Schedule.stepDecay(options.number("factor"), options.whole("every"));
            case "cosine" -> Schedule.cosine(options.number("period"), options.number("last"));
            default -> throw new IllegalArgumentException("no such schedule: " + schedule.type());
        };
    }
}
