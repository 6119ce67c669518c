package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.LimitedMemoryBfgs;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;

/** {@code l-bfgs}. */
final class LimitedMemoryBfgsType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "l-bfgs",
                    "BFGS from the last steps alone, for many variables",
                    Key.optional("memory", Kind.whole(1, 1_000_000), "10", "how many steps to remember")
                            .from("Nocedal 1980; Nocedal, Wright 2006, algorithm 7.4"),
                    SearchOptions.step(),
                    SearchOptions.lineSearch("0.9")),
            options -> SearchOptions.create(new LimitedMemoryBfgs(options.whole("memory")), options));

    private LimitedMemoryBfgsType() {}
}
