package dev.optimizer.benchmarks;

import org.ddogleg.optimization.FactoryOptimization;
import org.ddogleg.optimization.UnconstrainedMinimization;
import org.ddogleg.optimization.functions.FunctionNtoN;
import org.ddogleg.optimization.functions.FunctionNtoS;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/** Whole solves by the other open optimisers of the JVM, on a function written by hand, until ‖∇f‖∞ ≤ 1e-8. */
final class Peers {
    private static final double GRADIENT_TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 100_000;

    /** A function with its gradient, as one writes it without this library. */
    interface Function {
        double value(double[] x);

        void gradient(double[] x, double[] g);
    }

    private final Function function;
    private final double[] x0;

    Peers(Function function, double[] x0) {
        this.function = function;
        this.x0 = x0;
    }

    /** DDogleg's BFGS, set up once; both of its tolerances are needed, so that of the value is none. */
    UnconstrainedMinimization ddogleg() {
        UnconstrainedMinimization bfgs = FactoryOptimization.quasiNewtonBfgs(null);
        FunctionNtoS value = new FunctionNtoS() {
            @Override
            public int getNumOfInputsN() {
                return x0.length;
            }

            @Override
            public double process(double[] x) {
                return function.value(x);
            }
        };
        FunctionNtoN gradient = new FunctionNtoN() {
            @Override
            public int getN() {
                return x0.length;
            }

            @Override
            public void process(double[] x, double[] g) {
                function.gradient(x, g);
            }
        };
        // The last is a bound that f never reaches; with 0, its minimum, DDogleg stops earlier still.
        bfgs.setFunction(value, gradient, -1);
        return bfgs;
    }

    double solve(UnconstrainedMinimization method) {
        method.initialize(x0, 0, GRADIENT_TOLERANCE);
        for (int step = 0; step < MOST_STEPS && !method.iterate(); step++) {
            // each step is one of the method's own iterations
        }
        return method.getFunctionValue();
    }

    /** Hipparchus' nonlinear conjugate gradients, its only method for a general f with gradients. */
    double hipparchus() {
        double[] g = new double[x0.length];
        ConvergenceChecker<PointValuePair> checker = (iteration, before, now) -> {
            function.gradient(now.getPointRef(), g);
            return norm(g) <= GRADIENT_TOLERANCE;
        };
        return new NonLinearConjugateGradientOptimizer(Formula.POLAK_RIBIERE, checker)
                .optimize(
                        new MaxEval(10_000_000),
                        new ObjectiveFunction(function::value),
                        new ObjectiveFunctionGradient(x -> {
                            double[] gradient = new double[x.length];
                            function.gradient(x, gradient);
                            return gradient;
                        }),
                        GoalType.MINIMIZE,
                        new InitialGuess(x0))
                .getValue();
    }

    static double norm(double[] g) {
        double largest = 0;
        for (double entry : g) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
