package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.NewtonCg;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.List;

/** {@code newton-cg}. */
final class NewtonCgType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "newton-cg",
                    "steps along −(∇²f)⁻¹∇f by conjugate gradients, as exact as need be",
                    Key.optional(
                                    "line_search",
                                    Kind.variant(List.of(LineSearches.ARMIJO, LineSearches.strongWolfe("0.9"))),
                                    "strong-wolfe",
                                    "how far to go")
                            .from("Nocedal, Wright 2006, algorithm 7.1"),
                    Key.optional(
                            "escape_saddles",
                            Kind.flag(),
                            "true",
                            "whether to leave a strict saddle or maximum along negative curvature")),
            NewtonCgType::create);

    private NewtonCgType() {}

    private static Solver create(Options options) {
        return LineSearchSolver.of(
                new NewtonCg(options.flag("escape_saddles")), LineSearches.create(options.choice("line_search")));
    }
}
