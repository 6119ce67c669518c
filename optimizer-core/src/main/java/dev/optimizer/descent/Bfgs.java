package dev.optimizer.descent;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import java.util.Locale;

/**
 * The quasi-Newton direction p = −H·∇f(x) of Broyden, Fletcher, Goldfarb and Shanno (1970): H approximates (∇²f)⁻¹ and learns
 * from every step (Nocedal and Wright, 2nd ed., eq. 6.17). Before the first updates H is scaled: at the first eq. 6.20, after it
 * {@link #MOST_GROWTH} at most and only where H is too small, by the same measure sᵀy/yᵀHy (Oren and Luenberger 1974, Management
 * Science 20, 845–862). Steps from far away would else leave an H of another scale behind, which takes BFGS long to mend.
 *
 * <p>A step along which the curvature is not positive is skipped, so that H stays positive definite. It takes n² doubles and
 * O(n²) operations a step; {@link LimitedMemoryBfgs} takes O(n).
 */
public final class Bfgs implements Direction {
    /** Beyond this many variables the matrix would take more than 800 MB. */
    private static final int MOST_VARIABLES = 10_000;

    /**
     * Updates with scaling. Median evaluations of the 35 problems of Moré, Garbow and Hillstrom until ‖∇f‖∞ ≤ 10⁻⁸, from the
     * standard starts, 10 and 100 times those: 34, 55, 86 with 1; 31, 48, 64 with 5; 30, 43, 53 with 10; 30, 42, 50 with 15;
     * 34, 40, 50 with all.
     */
    private static final int SCALED_UPDATES = 15;

    /** One step's measure of the scale is not to be believed when it says more: it is that along y alone. */
    private static final double MOST_GROWTH = 10;

    private Matrix inverse;
    private SecantPair pair;
    private Vector hy;
    private int updates;

    /** @throws IllegalArgumentException if there are more than 10,000 variables, before any memory is taken */
    @Override
    public void start(Point x0) {
        requireFew(x0.dimension());
        if (pair == null || hy.length() != x0.dimension()) {
            inverse = Matrix.zeros(x0.dimension());
            pair = new SecantPair(x0.dimension());
            hy = Vector.zeros(x0.dimension());
        }
        updates = 0;
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
        if (isWellScaled()) {
            inverse.multiplySymmetric(-1, at.gradient(), p);
        } else {
            p.copy(at.gradient());
            p.scale(-1);
        }
    }

    @Override
    public void accept(Point from, Point to) {
        if (!pair.learn(from, to)) {
            return;
        }
        if (updates == 0) {
            inverse.scaledIdentity(pair.inverseSize());
        }
        update();
        updates = Math.min(updates + 1, SCALED_UPDATES);
    }

    /** Eq. 6.17 multiplied out: H + (1 + yᵀHy/sᵀy)·ssᵀ/sᵀy − (s(Hy)ᵀ + (Hy)sᵀ)/sᵀy, which is one update of rank two. */
    private void update() {
        inverse.multiplySymmetric(1, pair.y, hy);
        double yhy = hy.dot(pair.y);
        double growth = updates < SCALED_UPDATES ? Math.max(1, Math.min(MOST_GROWTH, pair.sy / yhy)) : 1;
        if (growth > 1) {
            inverse.scale(growth);
            hy.scale(growth);
        }
        hy.axpy(-(1 + growth * yhy / pair.sy) / 2, pair.s);
        inverse.addSymmetric(-1 / pair.sy, pair.s, hy);
    }

    /** Once H has the scale of f. */
    @Override
    public boolean isWellScaled() {
        return updates > 0;
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
