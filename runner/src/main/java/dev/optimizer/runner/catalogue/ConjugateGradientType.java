package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Beta;
import dev.optimizer.descent.ConjugateGradient;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.stream.Stream;

/** {@code conjugate-gradient}. */
final class ConjugateGradientType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "conjugate-gradient",
                    "steps along −∇f + β times the last direction",
                    Key.optional(
                                    "beta",
                                    Kind.word(Stream.of(Beta.values())
                                            .map(Beta::word)
                                            .toArray(String[]::new)),
                                    Beta.HAGER_ZHANG.word(),
                                    "the formula for β")
                            .from("Hager, Zhang 2006, A survey of nonlinear conjugate gradient methods"),
                    SearchOptions.step(),
                    SearchOptions.lineSearch("0.1")),
            ConjugateGradientType::create);

    private ConjugateGradientType() {}

    private static Solver create(Options options) {
        Beta beta = Stream.of(Beta.values())
                .filter(value -> value.word().equals(options.word("beta")))
                .findFirst()
                .orElseThrow();
        return SearchOptions.create(new ConjugateGradient(beta), options);
    }
}
