package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.HessianModification;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.MoreThuente;
import dev.optimizer.descent.Newton;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.config.Choice;
import dev.optimizer.runner.config.Key;
import dev.optimizer.runner.config.Kind;
import dev.optimizer.runner.config.Section;
import dev.optimizer.solver.Solver;
import java.util.List;
import java.util.stream.Stream;

/** The solvers that a config can name: their declarations, and what they build. */
public final class Solvers {
    private static final Kind POSITIVE = Kind.number().above(0);

    private static final Section FIXED = Section.of("fixed", "the same step length every time");

    private static final Section ARMIJO = Section.of("armijo", "backtracking to sufficient decrease", c1());

    private static final Section GRADIENT_DESCENT = Section.of(
            "gradient-descent",
            "steps along −∇f",
            Key.optional(
                    "step",
                    POSITIVE,
                    "the step length if the line search is fixed (0.01 if not given), else the first one tried (from the"
                            + " scale of x and ∇f if not given)"),
            Key.optional(
                            "line_search",
                            Kind.variant(List.of(FIXED, ARMIJO, strongWolfe("0.1"))),
                            "how far to go; if not given: fixed with a step, else armijo")
                    .from("Cauchy 1847; Armijo 1966; Moré, Thuente 1994"));

    private static final Section NEWTON = Section.of(
            "newton",
            "steps along −(∇²f)⁻¹∇f",
            Key.optional(
                    "step", POSITIVE, "1", "the step length tried first, or every time if the line search is fixed"),
            Key.optional(
                            "line_search",
                            Kind.variant(List.of(FIXED, ARMIJO, strongWolfe("0.9"))),
                            "armijo",
                            "how far to go")
                    .from("Nocedal, Wright 2006, algorithm 3.2"),
            Key.optional(
                            "modification",
                            Kind.word(Stream.of(HessianModification.values())
                                    .map(HessianModification::word)
                                    .toArray(String[]::new)),
                            HessianModification.FLIP.word(),
                            "what to do with a Hessian that is not positive definite: nothing (pure Newton), flip the signs"
                                    + " of its eigenvalues, or shift it by a multiple of I")
                    .from("Nocedal, Wright 2006, section 3.4"));

    private static final List<Section> ALL = List.of(GRADIENT_DESCENT, NEWTON);

    private Solvers() {}

    /** Every solver type with its options, in the order that {@code list solvers} shows. */
    public static List<Section> declarations() {
        return ALL;
    }

    /** A new solver as configured. */
    public static Solver create(Choice method) {
        return switch (method.type()) {
            case "gradient-descent" -> gradientDescent(method);
            case "newton" -> newton(method);
            default -> throw new IllegalArgumentException("no such solver: " + method.type());
        };
    }

    private static Solver gradientDescent(Choice method) {
        Double step = (Double) method.options().get("step");
        Choice lineSearch = (Choice) method.options().get("line_search");
        if (lineSearch == null && step == null) {
            return LineSearchSolver.gradientDescent();
        }
        boolean fixed = lineSearch == null || lineSearch.type().equals("fixed");
        StepRule rule = fixed ? new FixedStep() : stepRule(lineSearch);
        if (step == null && !fixed) {
            return LineSearchSolver.of(new SteepestDescent(), rule);
        }
        return LineSearchSolver.of(new SteepestDescent(), rule, step == null ? 0.01 : step);
    }

    private static Solver newton(Choice method) {
        HessianModification modification = Stream.of(HessianModification.values())
                .filter(value -> value.word().equals(method.options().get("modification")))
                .findFirst()
                .orElseThrow();
        return LineSearchSolver.of(
                new Newton(modification), stepRule((Choice) method.options().get("line_search")), (Double)
                        method.options().get("step"));
    }

    private static StepRule stepRule(Choice lineSearch) {
        return switch (lineSearch.type()) {
            case "fixed" -> new FixedStep();
            case "armijo" -> new ArmijoBacktracking(number(lineSearch, "c1"));
            case "strong-wolfe" -> new MoreThuente(number(lineSearch, "c1"), number(lineSearch, "c2"));
            default -> throw new IllegalArgumentException("no such line search: " + lineSearch.type());
        };
    }

    private static double number(Choice choice, String option) {
        return (Double) choice.options().get(option);
    }

    private static Key c1() {
        return Key.optional(
                        "c1",
                        Kind.number().above(0).below(0.5),
                        "1e-4",
                        "the fraction of the predicted decrease to insist on")
                .from("Nocedal, Wright 2006, section 3.1");
    }

    private static Section strongWolfe(String c2) {
        return Section.of(
                "strong-wolfe",
                "sufficient decrease and a flatter slope",
                c1(),
                Key.optional("c2", Kind.number().above(0).below(1), c2, "the fraction of the slope that may remain")
                        .from("Nocedal, Wright 2006, section 3.1"));
    }
}
