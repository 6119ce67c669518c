package dev.optimizer.runner.catalogue;

import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import dev.optimizer.trustregion.TrustRegionSolver;

/** {@code cubic-regularization}. */
final class CubicRegularizationType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "cubic-regularization",
                    "steps to the minimum of a quadratic model plus ⅓σ‖p‖³ (Cartis, Gould, Toint 2011)",
                    TrustRegionType.escapeSaddles()),
            CubicRegularizationType::create);

    private CubicRegularizationType() {}

    private static Solver create(Options options) {
        return TrustRegionSolver.cubicRegularization().escapingSaddles(options.flag("escape_saddles"));
    }
}
