package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DerivativeCheckTest {
    private static final Vector AT = Vector.copyOf(Nd4j.create(new double[] {0.7, -1.3}));
    private final FormulaObjective right = FormulaObjective.of("x^2*y + exp(x*y)");

    @Test
    void rightDerivativesPass() {
        DerivativeCheck check = DerivativeCheck.at(right, AT);

        assertThat(check.passed()).isTrue();
        // Central differences with a step of ∛ε are good to ε^(2/3) = 4e-11 times the third derivatives.
        assertThat(check.gradientError()).isLessThan(1e-9);
        assertThat(check.hessianError()).isLessThan(1e-9);
    }

    @Test
    void aWrongEntryOfTheGradientIsNamed() {
        DerivativeCheck check = DerivativeCheck.at(spoilt(1, 0.01, 0), AT);

        assertThat(check.passed()).isFalse();
        assertThat(check.gradientEntry()).isEqualTo(1);
    }

    @Test
    void aWrongEntryOfTheHessianIsNamed() {
        DerivativeCheck check = DerivativeCheck.at(spoilt(0, 0, 0.01), AT);

        assertThat(check.passed()).isFalse();
        assertThat(check.gradientError()).isLessThan(1e-9);
        assertThat(check.hessianRow()).isEqualTo(1);
        assertThat(check.hessianColumn()).isZero();
    }

    @Test
    void whereTheFunctionIsNotFiniteNothingPasses() {
        DerivativeCheck check =
                DerivativeCheck.at(FormulaObjective.of("log(x)"), Vector.copyOf(Nd4j.create(new double[] {-1})));

        assertThat(check.passed()).isFalse();
        assertThat(check.gradientError()).isNaN();
    }

    @Test
    void thePointIsLeftAlone() {
        DerivativeCheck.at(right, AT);

        assertThat(AT.toArray()).containsExactly(0.7, -1.3);
    }

    private TwiceDifferentiable spoilt(int entry, double gradientError, double hessianError) {
        return new TwiceDifferentiable() {
            @Override
            public long dimension() {
                return 2;
            }

            @Override
            public double value(INDArray x) {
                return right.value(x);
            }

            @Override
            public double gradient(INDArray x, INDArray g) {
                double value = right.gradient(x, g);
                g.putScalar(entry, g.getDouble(entry) + gradientError);
                return value;
            }

            @Override
            public void hessian(INDArray x, INDArray h) {
                right.hessian(x, h);
                h.putScalar(1, 0, h.getDouble(1, 0) + hessianError);
            }

            @Override
            public void hessianVector(INDArray x, INDArray v, INDArray hv) {
                right.hessianVector(x, v, hv);
            }
        };
    }
}
