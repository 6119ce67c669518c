package dev.optimizer.benchmarks;

import dev.optimizer.problem.Problem;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One run on a problem of the catalogue, and whether what it says of itself is true.
 *
 * @param reached whether the final value is a value that the catalogue lists for a minimum, or a limit at infinity
 * @param claimed whether the run calls itself converged
 * @param listed whether the catalogue lists a stationary point of the final value
 * @param truthful whether that claim, and the verdict with it, agree with the catalogue
 */
record Outcome(Problem problem, Result result, boolean reached, boolean claimed, boolean listed, boolean truthful) {
    /** Values agree when they are this close, relative to the listed one … */
    private static final double RELATIVE = 1e-6;

    /** … or, for a listed 0, when this small: below what badly scaled problems show where solvers give up. */
    private static final double ABSOLUTE = 1e-9;

    static Outcome of(Problem problem, String start, Solver solver, double gradientTolerance) {
        double[] x0 = problem.starts().get(start).stream().mapToDouble(v -> v).toArray();
        Result result = new Minimizer(solver)
                .stop(StoppingRules.defaults().withGradientNorm(gradientTolerance))
                .minimize(problem.objective(), Nd4j.create(x0));
        boolean reached = values(problem).anyMatch(value -> agrees(result.value(), value));
        boolean claimed = result.status() == Status.CONVERGED;
        List<String> kinds = problem.stationaryPoints().stream()
                .filter(point -> agrees(result.value(), point.value()))
                .map(Problem.StationaryPoint::kind)
                .toList();
        boolean truthful = !claimed
                || kinds.isEmpty()
                || kinds.contains(result.verdict().kind().word());
        return new Outcome(problem, result, reached, claimed, !kinds.isEmpty(), truthful);
    }

    private static DoubleStream values(Problem problem) {
        return DoubleStream.concat(
                problem.stationaryPoints().stream()
                        .filter(point -> isMinimal(point.kind()))
                        .mapToDouble(Problem.StationaryPoint::value),
                problem.limits().stream().mapToDouble(Problem.Limit::value));
    }

    private static boolean isMinimal(String kind) {
        return kind.equals("minimum") || kind.equals("degenerate");
    }

    static boolean agrees(double value, double listed) {
        return Math.abs(value - listed) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(listed));
    }

    /** f, ∇f and ∇²f evaluated, products with ∇²f if there were any. */
    String counts() {
        var counts = result.evaluations();
        String products = counts.products() == 0 ? "" : " + " + counts.products() + " Hv";
        return counts.values() + " / " + counts.gradients() + " / " + counts.hessians() + products;
    }
}
