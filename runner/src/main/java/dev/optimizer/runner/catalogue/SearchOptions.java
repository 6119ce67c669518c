package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Direction;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.List;

/** The options {@code step} and {@code line_search} of the solvers that find the first step themselves. */
final class SearchOptions {
    private SearchOptions() {}

    static Key step() {
        return Key.optional(
                "step",
                Kind.number().above(0),
                "the step length tried first, or every time if the line search is fixed (from the scale of x and ∇f, later 1"
                        + " where that is natural, if not given; 1 if fixed)");
    }

    /** @param slope the fraction of the slope that may remain by default */
    static Key lineSearch(String slope) {
        List<Section> searches = List.of(
                LineSearches.strongWolfe(slope),
                LineSearches.hagerZhang(slope),
                LineSearches.ARMIJO,
                LineSearches.FIXED);
        return Key.optional("line_search", Kind.variant(searches), "strong-wolfe", "how far to go")
                .from("Moré, Thuente 1994; Hager, Zhang 2005");
    }

    static Solver create(Direction direction, Options options) {
        StepRule rule = LineSearches.create(options.choice("line_search"));
        if (options.has("step")) {
            return LineSearchSolver.of(direction, rule, options.number("step"));
        }
        boolean fixed = options.choice("line_search").type().equals("fixed");
        return fixed ? LineSearchSolver.of(direction, rule, 1) : LineSearchSolver.of(direction, rule);
    }
}
