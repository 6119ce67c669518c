package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Adam;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;

/** {@code adam}. */
final class AdamType {
    private static final String SOURCE = "Kingma, Ba 2015, algorithm 1";

    static final SolverType TYPE = new SolverType(
            Section.of(
                    "adam",
                    "steps along the mean gradient over the root of its mean square, entry by entry",
                    FixedSteps.step("0.1"),
                    Key.optional("beta1", Kind.number().atLeast(0).below(1), "0.9", "what is kept of the mean")
                            .from(SOURCE),
                    Key.optional("beta2", Kind.number().atLeast(0).below(1), "0.999", "what is kept of the mean square")
                            .from(SOURCE),
                    Key.optional("epsilon", Kind.number().above(0), "1e-8", "added to the root")
                            .from(SOURCE),
                    FixedSteps.schedule()),
            options -> FixedSteps.create(
                    new Adam(options.number("beta1"), options.number("beta2"), options.number("epsilon")), options));

    private AdamType() {}
}
