package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.HessianModification;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.Newton;
import dev.optimizer.objective.Objective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.trustregion.Dogleg;
import dev.optimizer.trustregion.TrustRegionSolver;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Whole solves from (−1.2, 1, −1.2, 1, …) until ‖∇f‖∞ ≤ 1e-8: the chained Rosenbrock function of 1,000 variables, along whose
 * valley every method has to creep, variable after variable, and the extended one of 100,000. Of the peers only Hipparchus' conjugate gradients can
 * do it; DDogleg's BFGS keeps n² numbers.
 */
@Measurement(iterations = 3, time = 2, timeUnit = TimeUnit.SECONDS)
public class LargeSolveBenchmark extends Sampled {
    private static final StoppingRules RULES = new StoppingRules(1e-8, 0, 0, 1_000_000, 10_000_000, 600);

    /** The memory of Grippo, Lampariello and Lucidi 1986. */
    private static final int MEMORY = 10;

    @Param({"chained", "extended"})
    public String problem;

    private Objective formula;
    private INDArray start;
    private Peers peers;
    private Minimizer memory;
    private Minimizer newton;
    private Minimizer nonmonotone;
    private Minimizer trustRegion;
    private Minimizer dogleg;
    private Minimizer cubic;

    @Setup
    public void make() {
        boolean chained = problem.equals("chained");
        int n = chained ? 1_000 : 100_000;
        formula = chained
                ? ChainedRosenbrock.formula(n)
                : FormulaObjective.builder()
                        .variable("x", n)
                        .objective("sum(i in 1.." + n / 2 + ", 100*(x[2*i] - x[2*i-1]^2)^2 + (1 - x[2*i-1])^2)");
        double[] x0 = new double[n];
        Arrays.setAll(x0, i -> i % 2 == 0 ? -1.2 : 1);
        start = Nd4j.create(x0);
        peers = new Peers(chained ? new Chained() : new Extended(), x0);
        memory = new Minimizer(LineSearchSolver.lbfgs()).stop(RULES);
        newton = new Minimizer(LineSearchSolver.newton()).stop(RULES);
        nonmonotone = new Minimizer(LineSearchSolver.of(
                        new Newton(HessianModification.FLIP),
                        new ArmijoBacktracking(ArmijoBacktracking.DEFAULT_C1, MEMORY)))
                .stop(RULES);
        trustRegion = new Minimizer(TrustRegionSolver.nearlyExact()).stop(RULES);
        dogleg = new Minimizer(TrustRegionSolver.of(new Dogleg())).stop(RULES);
        cubic = new Minimizer(TrustRegionSolver.cubicRegularization()).stop(RULES);
    }

    @Benchmark
    @Row("Hipparchus, conjugate gradients, by hand")
    public double hipparchus() {
        return peers.hipparchus();
    }

    @Benchmark
    @Row(value = "L-BFGS", peer = "hipparchus")
    public double memory() {
        return solve(memory);
    }

    @Benchmark
    @Row(value = "sparse Newton", peer = "hipparchus")
    public double newton() {
        return solve(newton);
    }

    @Benchmark
    @Row(value = "sparse Newton, nonmonotone", peer = "hipparchus")
    public double nonmonotone() {
        return solve(nonmonotone);
    }

    @Benchmark
    @Row(value = "sparse trust region, nearly exact", peer = "hipparchus")
    public double trustRegion() {
        return solve(trustRegion);
    }

    @Benchmark
    @Row(value = "sparse trust region, dogleg", peer = "hipparchus")
    public double dogleg() {
        return solve(dogleg);
    }

    @Benchmark
    @Row(value = "sparse cubic regularisation", peer = "hipparchus")
    public double cubic() {
        return solve(cubic);
    }

    private double solve(Minimizer minimizer) {
        Result result = minimizer.minimize(formula, start);
        if (result.status() != Status.CONVERGED) {
            throw new AssertionError(result.toString());
        }
        return result.value();
    }

    private static final class Chained implements Peers.Function {
        @Override
        public double value(double[] x) {
            return ChainedRosenbrock.value(x);
        }

        @Override
        public void gradient(double[] x, double[] g) {
            ChainedRosenbrock.gradient(x, g);
        }
    }

    private static final class Extended implements Peers.Function {
        @Override
        public double value(double[] x) {
            double f = 0;
            for (int i = 0; i < x.length; i += 2) {
                double a = 1 - x[i];
                double b = x[i + 1] - x[i] * x[i];
                f += a * a + 100 * b * b;
            }
            return f;
        }

        @Override
        public void gradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i += 2) {
                double b = x[i + 1] - x[i] * x[i];
                g[i] = -2 * (1 - x[i]) - 400 * x[i] * b;
                g[i + 1] = 200 * b;
            }
        }
    }
}
