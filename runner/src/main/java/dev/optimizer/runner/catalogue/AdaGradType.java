package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.AdaGrad;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;

/** {@code adagrad}. */
final class AdaGradType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "adagrad",
                    "steps along the gradient over the root of the sum of its squares so far, entry by entry",
                    FixedSteps.step("1"),
                    Key.optional("epsilon", Kind.number().above(0), "1e-10", "added to the root")
                            .from("Duchi, Hazan, Singer 2011, figure 1"),
                    FixedSteps.schedule()),
            options -> FixedSteps.create(new AdaGrad(options.number("epsilon")), options));

    private AdaGradType() {}
}
