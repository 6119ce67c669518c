package dev.optimizer.linalg;

import java.util.Random;

/** A program: factorises matrices of sizes 1 to 200 with the kernels of its process and prints every residual that is too large. */
final class Residuals {
    private static final int LARGEST = 200;

    /**
     * Residuals of backward stable methods are a modest multiple of n·ε·‖A‖·‖x‖ (Higham, Accuracy and Stability of Numerical
     * Algorithms, 2nd ed., theorems 9.4 and 10.4), usually below one; wrong kernels leave 10¹³ and more.
     */
    private static final double BOUND = 50 * Math.ulp(1.0);

    private final Random random = new Random(1);
    private final int n;
    private final Matrix symmetric;
    private final Matrix definite;

    private Residuals(int n) {
        this.n = n;
        this.symmetric = Matrix.zeros(n);
        this.definite = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = random.nextDouble() - 0.5;
                setBoth(symmetric, i, j, element);
                // Diagonally dominant, hence positive definite and well conditioned.
                setBoth(definite, i, j, i == j ? n : element);
            }
        }
    }

    public static void main(String[] args) {
        for (int n = 1; n <= LARGEST; n++) {
            Residuals residuals = new Residuals(n);
            report("Cholesky", n, residuals.cholesky());
            report("SymmetricEigen", n, residuals.eigen());
            report("Lu", n, residuals.inverse());
        }
        System.out.println("done");
    }

    private static void report(String what, int n, double relative) {
        if (!(relative <= BOUND * n)) {
            System.out.println(what + " " + n + ": " + relative);
        }
    }

    private static void setBoth(Matrix matrix, int i, int j, double element) {
        matrix.set(i, j, element);
        matrix.set(j, i, element);
    }

    private double cholesky() {
        Vector b = Vector.zeros(n);
        b.fill(1);
        Vector x = Vector.zeros(n);
        Cholesky cholesky = new Cholesky(n);
        if (!cholesky.factor(definite, 0)) {
            return Double.NaN;
        }
        cholesky.solve(b, x);
        double[][] a = definite.toArray();
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double sum = -b.get(i);
            for (int j = 0; j < n; j++) {
                sum += a[i][j] * x.get(j);
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest / (definite.norm1() * x.normInf());
    }

    private double eigen() {
        SymmetricEigen eigen = new SymmetricEigen(n);
        if (!eigen.decompose(symmetric)) {
            return Double.NaN;
        }
        double[][] a = symmetric.toArray();
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                vectors[i][k] = eigen.vector(i, k);
            }
        }
        double norm = symmetric.norm1();
        double largest = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                double residual = -eigen.values().get(k) * vectors[k][i];
                double product = i == k ? -1 : 0;
                for (int j = 0; j < n; j++) {
                    residual += a[i][j] * vectors[k][j];
                    product += vectors[i][j] * vectors[k][j];
                }
                largest = Math.max(largest, Math.max(Math.abs(residual) / norm, Math.abs(product)));
            }
        }
        return largest;
    }

    private double inverse() {
        Vector inverse = Vector.zeros((long) n * n);
        Lu lu = new Lu(n);
        lu.factor(Vector.over(definite).address());
        lu.inverse(inverse.address());
        double[][] a = definite.toArray();
        double[] columns = inverse.toArray();
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = i == j ? -1 : 0;
                for (int k = 0; k < n; k++) {
                    product += a[i][k] * columns[k * n + j];
                }
                largest = Math.max(largest, Math.abs(product));
            }
        }
        return largest;
    }
}
