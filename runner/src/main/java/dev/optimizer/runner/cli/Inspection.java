package dev.optimizer.runner.cli;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.objective.Objective;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.solver.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The objective at a point.
 *
 * @param function names the entries
 * @param x the point
 * @param value f(x)
 * @param gradient ∇f(x)
 * @param curvature the Hessian and what follows from it; empty for more than {@link #MOST_FOR_HESSIAN} entries
 * @param check how the derivatives compare with differences; empty for more than {@link #MOST_FOR_CHECK} entries
 */
record Inspection(
        Function function,
        Doubles x,
        double value,
        Doubles gradient,
        Optional<Curvature> curvature,
        Optional<DerivativeCheck> check) {
    /** A dense Hessian of more entries is nothing to look at. */
    static final int MOST_FOR_HESSIAN = 500;

    /** The check takes two gradients for each entry. */
    static final int MOST_FOR_CHECK = 10_000;

    /**
     * Second derivatives.
     *
     * @param hessian ∇²f(x) by rows
     * @param eigenvalues of the Hessian, ascending; NaN if it is not finite
     * @param verdict what kind of point it is
     */
    record Curvature(double[][] hessian, double[] eigenvalues, Verdict verdict) {
        private static Curvature of(TwiceDifferentiable objective, Vector x, double gradientTolerance) {
            Matrix h = Matrix.zeros(x.length());
            objective.hessian(x.array(), h.array());
            double[][] rows = h.toArray();
            SymmetricEigen eigen = new SymmetricEigen(x.length());
            double[] unknown = new double[x.length()];
            Arrays.fill(unknown, Double.NaN);
            double[] eigenvalues = eigen.decompose(h) ? eigen.values().toArray() : unknown;
            return new Curvature(rows, eigenvalues, Verdict.of(objective, x.array(), gradientTolerance));
        }
    }

    static Inspection of(ProblemConfig problem, double[] at, double gradientTolerance) {
        TwiceDifferentiable objective = Objectives.of(problem);
        Vector x = Vector.copyOf(Nd4j.create(at));
        Vector g = Vector.zeros(x.length());
        double value = objective.gradient(x.array(), g.array());
        boolean small = at.length <= MOST_FOR_HESSIAN;
        boolean checked = at.length <= MOST_FOR_CHECK;
        return new Inspection(
                problem.function(),
                Doubles.of(at),
                value,
                Doubles.of(g.toArray()),
                small ? Optional.of(Curvature.of(objective, x, gradientTolerance)) : Optional.empty(),
                checked
                        ? Optional.of(DerivativeCheck.at(small ? objective : new FirstOrder(objective), x))
                        : Optional.empty());
    }

    /** The number of entries of x. */
    int dimension() {
        return x.size();
    }

    /** The first derivative that is NaN or infinite, {@code ∂f/∂x is NaN}; empty if all are finite. */
    Optional<String> notFinite() {
        List<String> names = entries();
        for (int i = 0; i < dimension(); i++) {
            if (!Double.isFinite(gradient.get(i))) {
                return Optional.of("∂f/∂" + names.get(i) + " is " + gradient.get(i));
            }
        }
        return curvature.flatMap(known -> notFinite(known.hessian()));
    }

    private Optional<String> notFinite(double[][] hessian) {
        List<String> names = entries();
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                if (!Double.isFinite(hessian[i][j])) {
                    return Optional.of("∂²f/∂" + names.get(i) + "∂" + names.get(j) + " is " + hessian[i][j]);
                }
            }
        }
        return Optional.empty();
    }

    /** The names of the entries of x. */
    List<String> entries() {
        return function.entryNames();
    }

    /** An objective without its Hessian, so that that is not checked. */
    private record FirstOrder(Objective objective) implements Objective {
        @Override
        public long dimension() {
            return objective.dimension();
        }

        @Override
        public double value(INDArray x) {
            return objective.value(x);
        }

        @Override
        public double gradient(INDArray x, INDArray g) {
            return objective.gradient(x, g);
        }
    }
}
