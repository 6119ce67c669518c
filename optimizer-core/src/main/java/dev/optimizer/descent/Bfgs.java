package dev.optimizer.descent;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import java.util.Locale;

/**
 * The quasi-Newton direction p = −H·∇f(x) of Broyden, Fletcher, Goldfarb and Shanno (1970): H approximates (∇²f)⁻¹ and learns
 * from every step (Nocedal and Wright, 2nd ed., eq. 6.17). Before the first update H is scaled (eq. 6.20).
 *
 * <p>A step along which the curvature is not positive is skipped, so that H stays positive definite. It takes n² doubles and
 * O(n²) operations a step; {@link LimitedMemoryBfgs} takes O(n).
 */
public final class Bfgs implements Direction {
    /** Beyond this many variables the matrix would take more than 800 MB. */
    private static final int MOST_VARIABLES = 10_000;

    private Matrix inverse;
    private SecantPair pair;
    private Vector hy;
    private boolean learnt;

    /** @throws IllegalArgumentException if there are more than 10,000 variables, before any memory is taken */
    @Override
    public void start(Point x0) {
        requireFew(x0.dimension());
        if (pair == null || hy.length() != x0.dimension()) {
            inverse = Matrix.zeros(x0.dimension());
            pair = new SecantPair(x0.dimension());
            hy = Vector.zeros(x0.dimension());
        }
        learnt = false;
    }

    private static void requireFew(long n) {
        if (n > MOST_VARIABLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the matrix of BFGS for %d variables takes %.1f GB; it takes at most %d variables, L-BFGS any number",
                    n,
                    n * n * 8e-9,
                    MOST_VARIABLES));
        }
    }

    @Override
    public void compute(Point at, Vector p) {
        if (learnt) {
            inverse.multiplySymmetric(at.gradient(), p);
        } else {
            p.copy(at.gradient());
        }
        p.scale(-1);
    }

    @Override
    public void accept(Point from, Point to) {
        if (!pair.learn(from, to)) {
            return;
        }
        if (!learnt) {
            inverse.scaledIdentity(pair.inverseSize());
            learnt = true;
        }
        update();
    }

    /** Eq. 6.17 multiplied out: H + (1 + yᵀHy/sᵀy)·ssᵀ/sᵀy − (s(Hy)ᵀ + (Hy)sᵀ)/sᵀy, which is one update of rank two. */
    private void update() {
        inverse.multiplySymmetric(pair.y, hy);
        hy.axpy(-(1 + hy.dot(pair.y) / pair.sy) / 2, pair.s);
        inverse.addSymmetric(-1 / pair.sy, pair.s, hy);
    }

    /** Once H has the scale of f. */
    @Override
    public boolean isWellScaled() {
        return learnt;
    }

    @Override
    public double firstFraction() {
        return QUASI_NEWTON_FRACTION;
    }

    /** H, of which only the lower triangle means something; for tests. */
    Matrix inverse() {
        return inverse;
    }
}
