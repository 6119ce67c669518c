package dev.optimizer.runner.catalogue;

import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;

/** {@code sgd}: what stochastic gradient descent is when there is nothing stochastic about the gradient. */
final class SgdType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "sgd",
                    "steps of scheduled length along −∇f: the full gradient, without noise or batches",
                    Key.optional(
                            "step",
                            Kind.number().above(0),
                            "the step length α of the first step; from the scale of x and ∇f at the start if not given"),
                    Momentum.momentum(),
                    Momentum.nesterov(),
                    FixedSteps.schedule()),
            options -> FixedSteps.create(Momentum.direction(options), options));

    private SgdType() {}
}
