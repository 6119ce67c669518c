package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.objective.Objective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.trustregion.TrustRegionSolver;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Whole solves of Rosenbrock's function, n = 2, from (−1.2, 1) until ‖∇f‖∞ ≤ 1e-8, beside DDogleg and Hipparchus, which get
 * the function by hand. Ours is the formula, and each solve comes with its verdict.
 */
public class SolveBenchmark extends Sampled {
    private static final double[] START = {-1.2, 1};

    /** f where ‖∇f‖∞ is 1e-8 and the smallest eigenvalue 0.4, with room to spare. */
    private static final double TIGHT = 1e-15;

    /** DDogleg says that it has converged at 1.6e-10, where ‖∇f‖∞ is 3.7e-7. */
    private static final double LOOSE = 1e-9;

    private final Peers peers = new Peers(new Rosenbrock(), START);
    private final UnconstrainedMinimization ddogleg = peers.ddogleg();
    private final Objective formula = FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2");
    private final INDArray start = Nd4j.create(START);
    private final Minimizer bfgs = new Minimizer(LineSearchSolver.bfgs());
    private final Minimizer trustRegion = new Minimizer(TrustRegionSolver.nearlyExact());
    private final Minimizer newton = new Minimizer(LineSearchSolver.newton());

    @Benchmark
    @Row("DDogleg, BFGS")
    public double ddogleg() {
        return minimum(peers.solve(ddogleg), LOOSE);
    }

    @Benchmark
    @Row(value = "Hipparchus, conjugate gradients", peer = "ddogleg")
    public double hipparchus() {
        return minimum(peers.hipparchus(), LOOSE);
    }

    @Benchmark
    @Row(value = "BFGS", peer = "ddogleg", atMost = 0.9)
    public double bfgs() {
        return solve(bfgs);
    }

    @Benchmark
    @Row(value = "trust region, nearly exact", peer = "ddogleg", atMost = 0.9)
    public double trustRegion() {
        return solve(trustRegion);
    }

    @Benchmark
    @Row(value = "Newton with flipped eigenvalues", peer = "ddogleg")
    public double newton() {
        return solve(newton);
    }

    private double solve(Minimizer minimizer) {
        Result result = minimizer.minimize(formula, start);
        return minimum(result.value(), TIGHT);
    }

    /** No method may be fast because it stops early. */
    private static double minimum(double value, double most) {
        if (!(value < most)) {
            throw new AssertionError("not the minimum: " + value);
        }
        return value;
    }

    private static final class Rosenbrock implements Peers.Function {
        @Override
        public double value(double[] x) {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            return a * a + 100 * b * b;
        }

        @Override
        public void gradient(double[] x, double[] g) {
            double b = x[1] - x[0] * x[0];
            g[0] = -2 * (1 - x[0]) - 400 * x[0] * b;
            g[1] = 200 * b;
        }
    }
}
