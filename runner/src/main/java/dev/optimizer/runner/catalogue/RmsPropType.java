package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.RmsProp;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;

/** {@code rmsprop}. */
final class RmsPropType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "rmsprop",
                    "steps along the gradient over the root of its mean square, entry by entry",
                    FixedSteps.step("0.01"),
                    Key.optional("decay", Kind.number().atLeast(0).below(1), "0.9", "what is kept of the mean square")
                            .from("Tieleman, Hinton 2012, lecture 6.5"),
                    Key.optional("epsilon", Kind.number().above(0), "1e-8", "added to the root"),
                    FixedSteps.schedule()),
            options -> FixedSteps.create(new RmsProp(options.number("decay"), options.number("epsilon")), options));

    private RmsPropType() {}
}
