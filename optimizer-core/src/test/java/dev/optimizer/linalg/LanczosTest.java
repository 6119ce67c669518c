package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LanczosTest {
    private static Matrix diagonal(double... values) {
        Matrix a = Matrix.zeros(values.length);
        for (int i = 0; i < values.length; i++) {
            a.set(i, i, values[i]);
        }
        return a;
    }

    @Test
    void theTridiagonalMatrixHasTheEigenvaluesOfA() {
        double[] values = {-3, 1e-3, 1, 2, 1e3};
        Lanczos lanczos = new Lanczos(5, 5);
        lanczos.begin(Vector.of(1, 2, 3, 4, 5));
        while (lanczos.extend(diagonal(values))) {
            // to the end
        }
        Matrix t = Matrix.zeros(5);
        for (int k = 0; k < 5; k++) {
            t.set(k, k, lanczos.alpha(k));
            if (k > 0) {
                t.set(k, k - 1, lanczos.beta(k - 1));
                t.set(k - 1, k, lanczos.beta(k - 1));
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(5);
        eigen.decompose(t);

        assertThat(lanczos.size()).isEqualTo(5);
        for (int k = 0; k < 5; k++) {
            // Rounding of the largest eigenvalue, some 1e3·ε.
            assertThat(eigen.values().get(k)).isCloseTo(values[k], within(1e-11));
        }
    }

    @Test
    void anInvariantSpaceIsTheEnd() {
        Lanczos lanczos = new Lanczos(3, 3);
        lanczos.begin(Vector.of(0, 2, 2));

        assertThat(lanczos.extend(diagonal(1, 5, 7))).isTrue();
        assertThat(lanczos.extend(diagonal(1, 5, 7))).isTrue();
        assertThat(lanczos.extend(diagonal(1, 5, 7))).isFalse();
        assertThat(lanczos.size()).isEqualTo(2);
        assertThat(lanczos.beta(1)).isZero();

        Vector x = Vector.zeros(3);
        lanczos.combine(Vector.of(2, 0, 9), x);
        // 2·q₁, and the weight beyond the rows known is not looked at.
        assertThat(x.get(1)).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void nothingComesFromNothing() {
        Lanczos lanczos = new Lanczos(2, 2);
        lanczos.begin(Vector.zeros(2));

        assertThat(lanczos.extend(diagonal(1, 2))).isFalse();
        assertThat(lanczos.size()).isZero();
    }
}
