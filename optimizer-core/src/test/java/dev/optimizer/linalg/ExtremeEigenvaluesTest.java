package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtremeEigenvaluesTest {
    private static final int N = 2000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatAFullDecompositionFinds(int seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        Matrix a = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a.set(i, j, random.nextGaussian());
                a.set(j, i, a.get(i, j));
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        eigen.decompose(a);
        ExtremeEigenvalues ends = new ExtremeEigenvalues(n, n);

        assertThat(ends.run(a)).isTrue();

        // An end is found when its residual is a thousandth of it; its error is of the order of the residual's square.
        assertThat(ends.smallest()).isCloseTo(eigen.values().get(0), within(1e-3 * eigen.norm()));
        assertThat(ends.largest()).isCloseTo(eigen.values().get(n - 1), within(1e-3 * eigen.norm()));
        assertThat(ends.smallest()).isGreaterThanOrEqualTo(eigen.values().get(0) - 1e-12 * eigen.norm());
    }

    @Test
    void theVectorHasTheCurvatureOfItsEigenvalue() {
        SymmetricOperator a = diagonal(i -> i == 777 ? -0.5 : 1 + i / 100.0);
        ExtremeEigenvalues ends = new ExtremeEigenvalues(N, 200);
        Vector v = Vector.zeros(N);
        Vector av = Vector.zeros(N);

        assertThat(ends.run(a)).isTrue();
        ends.smallestVector(a, v);
        a.multiply(v, av);

        assertThat(v.dot(v)).isCloseTo(1, within(1e-9));
        assertThat(v.dot(av)).isCloseTo(-0.5, within(1e-3));
        assertThat(ends.smallest()).isCloseTo(-0.5, within(1e-3));
        assertThat(ends.countBelow(0)).isEqualTo(1);
    }

    @Test
    void aMultipleOfTheIdentityTakesOneStep() {
        int[] products = {0};
        ExtremeEigenvalues ends = new ExtremeEigenvalues(N, 200);

        ends.run((v, av) -> {
            products[0]++;
            av.copy(v);
            av.scale(3);
        });

        assertThat(products[0]).isEqualTo(1);
        assertThat(ends.smallest()).isCloseTo(3, within(1e-14));
        assertThat(ends.largest()).isEqualTo(ends.smallest());
    }

    @Test
    void repeatedEigenvaluesCountOnce() {
        ExtremeEigenvalues ends = new ExtremeEigenvalues(N, 300);

        ends.run(diagonal(i -> i < 3 ? -2 : i < 5 ? -1 : 1 + i / 1000.0));

        assertThat(ends.countBelow(0)).isEqualTo(2);
    }

    @Test
    void aProductThatIsNotFiniteIsReported() {
        assertThat(new ExtremeEigenvalues(N, 300).run(diagonal(i -> i == 5 ? Double.NaN : 1)))
                .isFalse();
    }

    private static SymmetricOperator diagonal(IntToDoubleFunction element) {
        return (v, av) -> {
            for (int i = 0; i < v.length(); i++) {
                av.set(i, element.applyAsDouble(i) * v.get(i));
            }
        };
    }
}
