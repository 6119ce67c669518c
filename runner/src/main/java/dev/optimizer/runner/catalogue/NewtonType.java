package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.HessianModification;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.Newton;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.List;
import java.util.stream.Stream;

/** {@code newton}. */
final class NewtonType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "newton",
                    "steps along −(∇²f)⁻¹∇f",
                    Key.optional(
                            "step",
                            Kind.number().above(0),
                            "1",
                            "the step length tried first, or every time if the line search is fixed"),
                    Key.optional(
                                    "line_search",
                                    Kind.variant(List.of(
                                            LineSearches.FIXED, LineSearches.ARMIJO, LineSearches.strongWolfe("0.9"))),
                                    "armijo",
                                    "how far to go")
                            .from("Nocedal, Wright 2006, algorithm 3.2"),
                    Key.optional(
                                    "modification",
                                    Kind.word(Stream.of(HessianModification.values())
                                            .map(HessianModification::word)
                                            .toArray(String[]::new)),
                                    HessianModification.FLIP.word(),
                                    "what to do with a Hessian that is not positive definite: nothing (pure Newton), flip"
                                            + " the signs of its eigenvalues, or shift it by a multiple of I")
                            .from("Nocedal, Wright 2006, section 3.4")),
            NewtonType::create);

    private NewtonType() {}

    private static Solver create(Options options) {
        HessianModification modification = Stream.of(HessianModification.values())
                .filter(value -> value.word().equals(options.word("modification")))
                .findFirst()
                .orElseThrow();
        return LineSearchSolver.of(
                new Newton(modification), LineSearches.create(options.choice("line_search")), options.number("step"));
    }
}
