package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.descent.StepRule;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
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
                            "the step length if the line search is fixed, else the first one tried; from the scale of x and"
                                    + " ∇f at the start if not given"),
                    Key.optional(
                                    "line_search",
                                    Kind.variant(List.of(
                                            LineSearches.FIXED,
                                            LineSearches.EXACT,
                                            LineSearches.ARMIJO,
                                            LineSearches.strongWolfe("0.1"),
                                            LineSearches.hagerZhang("0.1"),
                                            LineSearches.BARZILAI_BORWEIN)),
                                    "how far to go; if not given: fixed with a step, momentum or a schedule, else armijo")
                            .from(
                                    "Cauchy 1847; Armijo 1966; Moré, Thuente 1994; Hager, Zhang 2005; Barzilai, Borwein 1988"),
                    Momentum.momentum(),
                    Momentum.nesterov(),
                    FixedSteps.schedule()),
            GradientDescentType::create);

    private GradientDescentType() {}

    private static Solver create(Options options) {
        if (options.has("line_search") && !options.choice("line_search").type().equals("fixed")) {
            return searching(options, options.choice("line_search"));
        }
        boolean fixed = options.has("line_search")
                || options.has("step")
                || !needsFixedSteps(options).isEmpty();
        return fixed ? FixedSteps.create(Momentum.direction(options), options) : LineSearchSolver.gradientDescent();
    }

    private static Solver searching(Options options, Choice lineSearch) {
        for (String option : needsFixedSteps(options)) {
            throw new IllegalArgumentException(option + " goes with fixed steps; leave it out, or leave line_search: "
                    + lineSearch.type() + " out");
        }
        StepRule rule = LineSearches.create(lineSearch);
        return options.has("step")
                ? LineSearchSolver.of(new SteepestDescent(), rule, options.number("step"))
                : LineSearchSolver.of(new SteepestDescent(), rule);
    }

    /** The options given that make no sense with a search: f may rise with momentum, and a schedule is all there is to it. */
    private static List<String> needsFixedSteps(Options options) {
        return List.of("momentum", "nesterov", "schedule").stream()
                .filter(option -> option.equals("nesterov") ? Momentum.isNesterov(options) : options.has(option))
                .toList();
    }
}
