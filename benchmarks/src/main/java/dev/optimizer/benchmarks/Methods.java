package dev.optimizer.benchmarks;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.solver.Solver;
import dev.optimizer.trustregion.Dogleg;
import dev.optimizer.trustregion.GeneralizedLanczos;
import dev.optimizer.trustregion.SteihaugToint;
import dev.optimizer.trustregion.TrustRegionSolver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The methods that are compared, as they are when nothing is set. */
final class Methods {
    private Methods() {}

    /** By name, in the order of the table. */
    static Map<String, Supplier<Solver>> all() {
        Map<String, Supplier<Solver>> methods = new LinkedHashMap<>();
        methods.put("trust region, nearly exact", TrustRegionSolver::nearlyExact);
        methods.put("trust region, dogleg", () -> TrustRegionSolver.of(new Dogleg()));
        methods.put("trust region, Steihaug-Toint", () -> TrustRegionSolver.of(new SteihaugToint()));
        methods.put("trust region, GLTR", () -> TrustRegionSolver.of(new GeneralizedLanczos()));
        methods.put("cubic regularisation", TrustRegionSolver::cubicRegularization);
        methods.put("Newton, flipped eigenvalues", LineSearchSolver::newton);
        methods.put("Newton-CG", LineSearchSolver::newtonCg);
        methods.put("BFGS", LineSearchSolver::bfgs);
        methods.put("L-BFGS", LineSearchSolver::lbfgs);
        methods.put("conjugate gradient, Hager-Zhang", LineSearchSolver::conjugateGradient);
        return methods;
    }
}
