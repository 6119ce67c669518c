package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Every operation on both sides of the switch from Java to CBLAS. */
class VectorTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, Blas.CBLAS_LENGTH - 1, Blas.CBLAS_LENGTH, 1000})
    void agreesWithPlainLoops(int n) {
        double[] a = random(n, 1);
        double[] b = random(n, 2);
        Vector x = Vector.copyOf(Nd4j.create(a));
        Vector y = Vector.copyOf(Nd4j.create(b));

        double dot = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            dot += a[i] * b[i];
            largest = Math.max(largest, Math.abs(a[i]));
        }
        // Another order of summation moves a sum of n products of size 1 by at most n·ε·n.
        assertThat(x.dot(y)).isCloseTo(dot, within(n * 2.3e-16 * n));
        assertThat(x.normInf()).isEqualTo(largest);

        x.axpy(-2, y);
        for (int i = 0; i < n; i++) {
            // CBLAS may use a fused multiply-add, which rounds once instead of twice.
            assertThat(x.get(i)).isCloseTo(a[i] - 2 * b[i], within(4.5e-16));
        }
        x.copy(y);
        x.scale(-3);
        for (int i = 0; i < n; i++) {
            assertThat(x.get(i)).isEqualTo(-3 * b[i]);
        }
    }

    @Test
    void euclideanNormNeitherOverflowsNorUnderflows() {
        assertThat(Vector.copyOf(Nd4j.create(new double[] {3e200, -4e200})).norm2())
                .isCloseTo(5e200, within(1e185));
        assertThat(Vector.copyOf(Nd4j.create(new double[] {3e-200, 4e-200})).norm2())
                .isCloseTo(5e-200, within(1e-215));
        assertThat(Vector.zeros(3).norm2()).isZero();
        assertThat(Vector.copyOf(Nd4j.create(new double[] {1, Double.NEGATIVE_INFINITY}))
                        .norm2())
                .isInfinite();
    }

    @Test
    void normsDoNotHideNaN() {
        Vector vector = Vector.copyOf(Nd4j.create(new double[] {1, Double.NaN, 2}));

        assertThat(vector.normInf()).isNaN();
        assertThat(vector.norm2()).isNaN();
        assertThat(vector.isFinite()).isFalse();
        assertThat(vector.distanceInf(Vector.zeros(3))).isNaN();
    }

    @Test
    void sharesMemoryWithItsArray() {
        Vector vector = Vector.zeros(2);

        vector.array().putScalar(1, 5);

        assertThat(vector.toArray()).containsExactly(0, 5);
    }

    static double[] random(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }
}
