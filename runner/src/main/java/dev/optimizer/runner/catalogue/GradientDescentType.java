package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.Key;
import dev.optimizer.runner.config.Kind;
import dev.optimizer.runner.config.Section;
import dev.optimizer.solver.Solver;
import java.util.List;

/** {@code gradient-descent}. */
final class GradientDescentType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "gradient-descent",
                    "steps along −∇f",
                    Key.optional(
                            "step",
                            Kind.number().above(0),
                            "the step length if the line search is fixed (0.01 if not given), else the first one tried (from"
                                    + " the scale of x and ∇f if not given)"),
                    Key.optional(
                                    "line_search",
                                    Kind.variant(List.of(
                                            LineSearches.FIXED, LineSearches.ARMIJO, LineSearches.strongWolfe("0.1"))),
                                    "how far to go; if not given: fixed with a step, else armijo")
                            .from("Cauchy 1847; Armijo 1966; Moré, Thuente 1994")),
            GradientDescentType::create);

    private GradientDescentType() {}

    private static Solver create(Options options) {
        boolean searches = options.has("line_search");
        boolean steps = options.has("step");
        if (!searches && !steps) {
            return LineSearchSolver.gradientDescent();
        }
        boolean fixed = !searches || options.choice("line_search").type().equals("fixed");
        StepRule rule = fixed ? new FixedStep() : LineSearches.create(options.choice("line_search"));
        if (!steps && !fixed) {
            return LineSearchSolver.of(new SteepestDescent(), rule);
        }
        return LineSearchSolver.of(new SteepestDescent(), rule, steps ? options.number("step") : 0.01);
    }
}
