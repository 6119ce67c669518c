package dev.optimizer.runner.catalogue;

import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import dev.optimizer.trustregion.Dogleg;
import dev.optimizer.trustregion.GeneralizedLanczos;
import dev.optimizer.trustregion.NearlyExact;
import dev.optimizer.trustregion.SteihaugToint;
import dev.optimizer.trustregion.Subproblem;
import dev.optimizer.trustregion.TrustRegionSolver;

/** {@code trust-region}. */
final class TrustRegionType {
    static final SolverType TYPE = new SolverType(
            Section.of(
                    "trust-region",
                    "steps to the minimum of a quadratic model within the radius in which it is trusted",
                    Key.optional(
                                    "subproblem",
                                    Kind.word("nearly-exact", "dogleg", "steihaug", "gltr"),
                                    "nearly-exact",
                                    "how the model is minimised; steihaug and gltr need only products of the Hessian with"
                                            + " vectors")
                            .from("Moré, Sorensen 1983; Powell 1970; Steihaug 1983; Gould, Lucidi, Roma, Toint 1999"),
                    Key.optional(
                            "radius",
                            Kind.number().above(0),
                            "the first radius, with nearly-exact and dogleg in the units of √|∂²f/∂xᵢ²|·xᵢ (from the best"
                                    + " step along −∇f if not given)"),
                    escapeSaddles()),
            TrustRegionType::create);

    private TrustRegionType() {}

    /** The option that trust regions and cubic regularisation share. */
    static Key escapeSaddles() {
        return Key.optional(
                        "escape_saddles",
                        Kind.flag(),
                        "true",
                        "whether to leave a saddle or maximum along negative curvature")
                .from("Conn, Gould, Toint 2000, section 6.6");
    }

    private static Solver create(Options options) {
        TrustRegionSolver solver = TrustRegionSolver.of(subproblem(options.word("subproblem")))
                .escapingSaddles(options.flag("escape_saddles"));
        return options.has("radius") ? solver.withRadius(options.number("radius")) : solver;
    }

    private static Subproblem subproblem(String word) {
        return switch (word) {
            case "nearly-exact" -> new NearlyExact();
            case "dogleg" -> new Dogleg();
            case "steihaug" -> new SteihaugToint();
            case "gltr" -> new GeneralizedLanczos();
            default -> throw new IllegalArgumentException("no such subproblem: " + word);
        };
    }
}
