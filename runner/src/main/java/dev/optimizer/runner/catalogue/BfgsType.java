package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Bfgs;
import dev.optimizer.runner.config.declaration.Section;

/** {@code bfgs}. */
final class BfgsType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "bfgs",
                    "steps along −H∇f, where H learns the inverse Hessian from gradients",
                    SearchOptions.step(),
                    SearchOptions.lineSearch("0.9")),
            options -> SearchOptions.create(new Bfgs(), options));

    private BfgsType() {}
}
