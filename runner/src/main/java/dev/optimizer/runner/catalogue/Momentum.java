package dev.optimizer.runner.catalogue;

import dev.optimizer.descent.Direction;
import dev.optimizer.descent.HeavyBall;
import dev.optimizer.descent.Nesterov;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.runner.catalogue.SolverType.Options;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;

/** Momentum, as options of the solvers that step along −∇f. */
final class Momentum {
    private Momentum() {}

    static Key momentum() {
        return Key.optional(
                        "momentum",
                        Kind.number().atLeast(0).below(1),
                        "the part of the last step that is added to the next (the heavy ball); none if not given")
                .from("Polyak 1964");
    }

    static Key nesterov() {
        return Key.optional(
                        "nesterov",
                        Kind.flag(),
                        "whether to accelerate as Nesterov does, with the momentum given or, if none is, with his growing"
                                + " sequence; false if not given")
                .from("Nesterov 1983; Beck, Teboulle 2009, section 4");
    }

    /** −∇f, with momentum if the options ask for it. */
    static Direction direction(Options options) {
        boolean momentum = options.has("momentum");
        if (isNesterov(options)) {
            return momentum ? new Nesterov(options.number("momentum")) : new Nesterov();
        }
        return momentum ? new HeavyBall(options.number("momentum")) : new SteepestDescent();
    }

    static boolean isNesterov(Options options) {
        return options.has("nesterov") && options.flag("nesterov");
    }
}
