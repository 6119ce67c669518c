package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with, and updates of, a symmetric matrix of which only the lower triangle counts. */
class SymmetricUpdateTest {
    private static final double UNREAD = Double.NaN;

    private final Random random = new Random(1);

    /** Sizes on both sides of the switch to BLAS; what lies above the diagonal is never read. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 47, 48, 49, 130})
    void theProductReadsTheLowerTriangleAlone(int n) {
        Matrix a = Matrix.zeros(n);
        Vector x = random(n);
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, j > i ? UNREAD : random.nextGaussian());
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                expected[i] += a.get(Math.max(i, j), Math.min(i, j)) * x.get(j);
            }
        }
        Vector y = random(n);

        a.multiplySymmetric(1, x, y);

        // A sum of n terms of size 1 in another order.
        assertThat(y.toArray()).containsExactly(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 47, 48, 49, 130})
    void theUpdateLeavesTheUpperTriangleAlone(int n) {
        Matrix a = Matrix.zeros(n);
        Vector x = random(n);
        Vector y = random(n);
        a.scaledIdentity(3);

        a.addSymmetric(-0.5, x, y);

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double added = j > i ? 0 : -0.5 * (x.get(i) * y.get(j) + y.get(i) * x.get(j));
                // Three roundings of numbers of size 1 to 10.
                assertThat(a.get(i, j)).isCloseTo((i == j ? 3 : 0) + added, within(1e-14));
            }
        }
    }

    @Test
    void theIdentityReplacesWhatWasThere() {
        Matrix a = Matrix.zeros(3);
        a.set(0, 2, 7);
        a.set(2, 0, UNREAD);

        a.scaledIdentity(0.25);

        assertThat(a.toArray()).isDeepEqualTo(new double[][] {{0.25, 0, 0}, {0, 0.25, 0}, {0, 0, 0.25}});
    }

    @Test
    void theDifferenceMayOverwriteAnOperand() {
        for (int n : new int[] {1, 5, 63, 64, 200}) {
            Vector a = random(n);
            Vector b = random(n);
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                expected[i] = a.get(i) - b.get(i);
            }

            a.difference(a, b);

            assertThat(a.toArray()).containsExactly(expected);
        }
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        Matrix a = Matrix.zeros(3);

        assertThatThrownBy(() -> a.multiplySymmetric(1, Vector.zeros(3), Vector.zeros(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectors of 3 entries are needed: 3, 2");
        assertThatThrownBy(() -> a.addSymmetric(1, Vector.zeros(4), Vector.zeros(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectors of 3 entries are needed: 4, 3");
    }

    private Vector random(int n) {
        return Vector.of(random.doubles(n, -1, 1).toArray());
    }
}
