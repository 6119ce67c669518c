package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.testing.Allocations;
import org.junit.jupiter.api.Test;

class DifferencedHessianTest {
    private static final Vector AT = Vector.of(0.3, -1.2, 0.8);
    private final ByHand exact = ByHand.chain(3);
    private final DifferencedHessian differenced = new DifferencedHessian(exact);

    @Test
    void itAgreesWithTheExactOneToTenDigits() {
        Matrix expected = Matrix.zeros(3);
        Matrix actual = Matrix.zeros(3);
        exact.hessian(AT.array(), expected.array());
        differenced.hessian(AT.array(), actual.array());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                // ε^(2/3) = 4e-11 times third derivatives and entries of up to 10.
                assertThat(actual.get(i, j)).isCloseTo(expected.get(i, j), within(1e-9));
                assertThat(actual.get(i, j)).isEqualTo(actual.get(j, i));
            }
        }
    }

    @Test
    void productsDoNotDependOnTheLengthOfTheVector() {
        Vector expected = Vector.zeros(3);
        Vector actual = Vector.zeros(3);
        for (double length : new double[] {0, 1e-30, 1, 1e30}) {
            Vector v = Vector.of(length, -2 * length, 0.5 * length);
            exact.hessianVector(AT.array(), v.array(), expected.array());
            differenced.hessianVector(AT.array(), v.array(), actual.array());
            // As above, relative to the product.
            assertThat(actual.distanceInf(expected)).isLessThanOrEqualTo(1e-9 * length);
        }
    }

    @Test
    void itSaysThatItIsNotExactAndIsAuditedAsItsObjectiveIs() {
        assertThat(differenced.hasExactHessian()).isFalse();
        assertThat(exact.hasExactHessian()).isTrue();
        assertThat(differenced.isAudited()).isTrue();
        assertThat(DerivativeAudit.at(differenced, AT)).isEqualTo(DerivativeAudit.PASSED);
    }

    @Test
    void nothingIsAllocated() {
        Matrix h = Matrix.zeros(3);
        Vector hv = Vector.zeros(3);
        Allocations.assertNone(100_000, () -> {
            differenced.hessian(AT.array(), h.array());
            differenced.hessianVector(AT.array(), AT.array(), hv.array());
        });
    }
}
