package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.testing.Allocations;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cholesky and eigenvalues against their definitions, on both sides of the switch from Java to LAPACK. */
class FactorizationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, SymmetricEigen.LAPACK_SIZE, Cholesky.LAPACK_SIZE - 1, Cholesky.LAPACK_SIZE, 60})
    void choleskySolvesAPositiveDefiniteSystem(int n) {
        Matrix a = positiveDefinite(n);
        Vector solution = random(n);
        Vector b = Vector.zeros(n);
        a.multiply(solution, b);
        Cholesky cholesky = new Cholesky(n);

        assertThat(cholesky.factor(a, 0)).isTrue();
        cholesky.solve(b, b);

        // The matrix is I plus a Gram matrix of n unit-sized columns: its condition number is below 10 n.
        assertThat(b.distanceInf(solution)).isLessThan(1e-14 * n * n);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, Cholesky.LAPACK_SIZE})
    void choleskyRefusesWhatIsNotPositiveDefinite(int n) {
        Matrix a = positiveDefinite(n);
        a.set(n - 1, n - 1, -1);
        Cholesky cholesky = new Cholesky(n);

        assertThat(cholesky.factor(a, 0)).isFalse();
        assertThat(cholesky.factor(a, 100.0 * n)).as("shifted far enough").isTrue();
        a.set(n - 1, 0, Double.NaN);
        assertThat(cholesky.factor(a, 0)).as("NaN").isFalse();
        assertThat(cholesky.factor(Matrix.zeros(n), 0)).as("zero").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, SymmetricEigen.LAPACK_SIZE - 1, SymmetricEigen.LAPACK_SIZE, 60})
    void eigenvectorsDiagonalise(int n) {
        Matrix a = symmetric(n);
        SymmetricEigen eigen = new SymmetricEigen(n);

        assertThat(eigen.decompose(a)).isTrue();

        // Backward stable: residual and loss of orthogonality are a small multiple of n·ε·‖A‖.
        double tolerance = 1e-14 * n * Math.max(1, eigen.norm());
        Vector v = Vector.zeros(n);
        Vector av = Vector.zeros(n);
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                v.set(i, eigen.vector(k, i));
            }
            a.multiply(v, av);
            av.axpy(-eigen.values().get(k), v);
            assertThat(av.normInf()).isLessThan(tolerance);
            for (int j = 0; j < n; j++) {
                assertThat(eigen.project(j, v)).isCloseTo(j == k ? 1 : 0, within(tolerance));
            }
            assertThat(k == 0 || eigen.values().get(k) >= eigen.values().get(k - 1))
                    .as("ascending")
                    .isTrue();
        }
    }

    @Test
    void smallEigenvaluesOfAScaledMatrixKeepTheirDigits() {
        // D·B·D with B = [2 1; 1 2] and D = diag(1, 1e-8): the eigenvalues are 2 and 1.5e-16 to 16 digits.
        Matrix a = Matrix.zeros(2);
        a.set(0, 0, 2);
        a.set(1, 0, 1e-8);
        a.set(0, 1, 1e-8);
        a.set(1, 1, 2e-16);
        SymmetricEigen eigen = new SymmetricEigen(2);

        eigen.decompose(a);

        assertThat(eigen.values().get(0)).isCloseTo(1.5e-16, within(1e-30));
        assertThat(eigen.values().get(1)).isCloseTo(2, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Cholesky.LAPACK_SIZE, 40})
    void theLowerFactorGivesTheNormOfTheInverse(int n) {
        Matrix a = positiveDefinite(n);
        Vector b = random(n);
        Vector x = Vector.zeros(n);
        Vector y = Vector.zeros(n);
        Cholesky cholesky = new Cholesky(n);
        assertThat(cholesky.factor(a, 0.5)).isTrue();

        cholesky.solve(b, x);
        cholesky.solveLower(b, y);

        // Two ways to the same sum of n terms; the matrix is well conditioned.
        assertThat(y.dot(y)).isCloseTo(b.dot(x), within(1e-13 * n * y.dot(y)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, SymmetricEigen.LAPACK_SIZE})
    void eigenvaluesOfWhatIsNotFiniteAreRefused(int n) {
        Matrix a = symmetric(n);
        a.set(1, 0, Double.NaN);
        a.set(0, 1, Double.NaN);

        assertThat(new SymmetricEigen(n).decompose(a)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 64})
    void nothingIsAllocatedOnTheWay(int n) {
        Matrix a = positiveDefinite(n);
        Vector b = random(n);
        Vector x = Vector.zeros(n);
        Cholesky cholesky = new Cholesky(n);
        SymmetricEigen eigen = new SymmetricEigen(n);

        Allocations.assertNone(1000, () -> {
            cholesky.factor(a, 1);
            cholesky.solve(b, x);
            eigen.decompose(a);
            a.multiply(x, b);
            b.axpy(b.dot(x), x);
            b.scale(1 / b.norm2());
        });
    }

    private static Matrix symmetric(int n) {
        Random random = new Random(n);
        Matrix a = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = random.nextDouble() * 2 - 1;
                a.set(i, j, element);
                a.set(j, i, element);
            }
        }
        return a;
    }

    private static Matrix positiveDefinite(int n) {
        Matrix b = symmetric(n);
        Matrix a = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = i == j ? 1 : 0;
                for (int k = 0; k < n; k++) {
                    sum += b.get(i, k) * b.get(j, k);
                }
                a.set(i, j, sum);
            }
        }
        return a;
    }

    private static Vector random(int n) {
        Vector vector = Vector.zeros(n);
        Random random = new Random(7);
        for (int i = 0; i < n; i++) {
            vector.set(i, random.nextDouble() * 2 - 1);
        }
        return vector;
    }
}
