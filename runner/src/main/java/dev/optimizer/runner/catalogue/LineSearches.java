package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.MoreThuente;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.Choice;
import dev.optimizer.runner.config.Key;
import dev.optimizer.runner.config.Kind;
import dev.optimizer.runner.config.Section;

/** The line searches that a config can name, as options of the solvers that have one. */
final class LineSearches {
    static final Section FIXED = Section.of("fixed", "the same step length every time");

    static final Section ARMIJO = Section.of("armijo", "backtracking to sufficient decrease", c1());

    private LineSearches() {}

    /** The strong Wolfe conditions with the slope that may remain by default, which depends on the direction. */
    static Section strongWolfe(String c2) {
        return Section.of(
                "strong-wolfe",
                "sufficient decrease and a flatter slope",
                c1(),
                Key.optional("c2", Kind.number().above(0).below(1), c2, "the fraction of the slope that may remain")
                        .from("Nocedal, Wright 2006, section 3.1"));
    }

    private static Key c1() {
        return Key.optional(
                        "c1",
                        Kind.number().above(0).below(0.5),
                        "1e-4",
                        "the fraction of the predicted decrease to insist on")
                .from("Nocedal, Wright 2006, section 3.1");
    }

    /** A new step rule as configured. */
    static StepRule create(Choice lineSearch) {
        Options options = Options.of(lineSearch);
        return switch (lineSearch.type()) {
            case "fixed" -> new FixedStep();
            case "armijo" -> new ArmijoBacktracking(options.number("c1"));
            case "strong-wolfe" -> new MoreThuente(options.number("c1"), options.number("c2"));
            default -> throw new IllegalArgumentException("no such line search: " + lineSearch.type());
        };
    }
}
