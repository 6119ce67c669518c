package dev.optimizer.trustregion;

import dev.optimizer.linalg.Lanczos;
import dev.optimizer.linalg.Vector;

/**
 * Shifted systems of the tridiagonal matrix T of Lanczos's process, (T + λI)h = −‖g‖e₁, by T + λI = L·D·Lᵀ (Golub and Van Loan,
 * Matrix Computations, 4th ed., section 4.3.6).
 */
final class TridiagonalSystem implements ShiftedSystem {
    private static final int STEPS = 3;

    private final Lanczos lanczos;
    private final double[] pivots;
    private final double[] factors;
    private final double[] h;
    private final double[] random;
    private final double[] u;
    private final double[] work;
    private double gradientNorm;
    private double norm;
    private double nearNullResidual;

    TridiagonalSystem(Lanczos lanczos, int most) {
        this.lanczos = lanczos;
        this.pivots = new double[most];
        this.factors = new double[most];
        this.h = new double[most];
        this.random = random(most);
        this.u = new double[most];
        this.work = new double[most];
    }

    private static double[] random(int n) {
        Vector vector = Vector.zeros(n);
        vector.fillRandom();
        return vector.toArray();
    }

    /** Nothing is kept from one T to the next. */
    @Override
    public void begin() {}

    /** A new T, for a gradient of that length. */
    void begin(double gradientNorm) {
        this.gradientNorm = gradientNorm;
    }

    @Override
    public boolean solve(double lambda) {
        int n = lanczos.size();
        for (int k = 0; k < n; k++) {
            factors[k] = k == 0 ? 0 : lanczos.beta(k - 1) / pivots[k - 1];
            pivots[k] = lanczos.alpha(k) + lambda - (k == 0 ? 0 : factors[k] * lanczos.beta(k - 1));
            // Written so that NaN is not positive.
            if (!(pivots[k] > 0) || pivots[k] == Double.POSITIVE_INFINITY) {
                return false;
            }
            h[k] = k == 0 ? -gradientNorm : 0;
        }
        solveFactored(h, n);
        norm = norm(h, n);
        return norm < Double.POSITIVE_INFINITY;
    }

    private void solveFactored(double[] b, int n) {
        for (int k = 1; k < n; k++) {
            b[k] -= factors[k] * b[k - 1];
        }
        for (int k = n - 1; k >= 0; k--) {
            b[k] = b[k] / pivots[k] - (k + 1 < n ? factors[k + 1] * b[k + 1] : 0);
        }
    }

    private static double norm(double[] b, int n) {
        return Math.sqrt(dot(b, b, n));
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Override
    public double norm() {
        return norm;
    }

    @Override
    public double slope() {
        int n = lanczos.size();
        System.arraycopy(h, 0, work, 0, n);
        solveFactored(work, n);
        return dot(h, work, n);
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    /** The largest row sum of magnitudes (Gershgorin). */
    @Override
    public double hessianNorm() {
        double largest = 0;
        for (int k = 0; k < lanczos.size(); k++) {
            double before = k == 0 ? 0 : Math.abs(lanczos.beta(k - 1));
            double after = k + 1 < lanczos.size() ? Math.abs(lanczos.beta(k)) : 0;
            largest = Math.max(largest, before + Math.abs(lanczos.alpha(k)) + after);
        }
        return largest;
    }

    /** By {@link InverseIteration} on arrays. */
    @Override
    public double nearNull() {
        int n = lanczos.size();
        double first = norm(random, n);
        for (int k = 0; k < n; k++) {
            u[k] = random[k] / first;
        }
        double quotient = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            System.arraycopy(u, 0, work, 0, n);
            solveFactored(u, n);
            double length = norm(u, n);
            quotient = dot(work, u, n) / length / length;
            nearNullResidual = 1 / length;
            for (int k = 0; k < n; k++) {
                u[k] /= length;
            }
        }
        return quotient;
    }

    /** Of (H + λI)w = u with ‖u‖ = 1 there remains 1/‖w‖ for w/‖w‖. */
    @Override
    public double nearNullResidual() {
        return nearNullResidual;
    }

    @Override
    public double toLength(double length) {
        double along = dot(h, u, lanczos.size());
        double missing = (length - norm) * (length + norm);
        double root = Math.sqrt(along * along + missing);
        return along >= 0 ? missing / (along + root) : missing / (along - root);
    }

    @Override
    public void write(double tau, Vector s) {
        for (int k = 0; k < lanczos.size(); k++) {
            s.set(k, h[k] + (tau == 0 ? 0 : tau * u[k]));
        }
    }
}
