package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** ‖x‖ has no derivative at 0; that y² is right must not hide it. */
    @Test
    void anEntryThatIsNotANumberIsNotForgottenForThoseAfterIt() {
        DerivativeCheck check = DerivativeCheck.at(
                FormulaObjective.builder().variable("x", 2).variable("y").objective("norm2(x) + y^2"),
                Vector.of(0, 0, 3));

        assertThat(check.passed()).isFalse();
        assertThat(check.failed()).isFalse();
        assertThat(check.gradientError()).isNaN();
        assertThat(check.gradientEntry()).isZero();
        assertThat(check.hessianError()).isNaN();
        assertThat(check.hessianRow()).isZero();
    }

    @Test
    void anEntryThatIsWrongCountsMoreThanOneThatCannotBeTold() {
        Objective wrong = altered(right, g -> g.putScalar(0, Double.NaN).putScalar(1, 7));
        DerivativeCheck check = DerivativeCheck.at(wrong, AT);

        assertThat(check.passed()).isFalse();
        assertThat(check.failed()).isTrue();
        assertThat(check.gradientEntry()).isEqualTo(1);
    }

    @Test
    void withoutAHessianTheGradientDecides() {
        DerivativeCheck check = DerivativeCheck.at(altered(right, g -> {}), AT);

        assertThat(check.passed()).isTrue();
        assertThat(check.hessianError()).isNaN();
        assertThat(check.hessianRow()).isEqualTo(-1);
    }

    /** Steps of ∛ε·max(1, |x|) are too long here, or f is rounded to nothing within them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exp(x)              | 700
        log(x)              | 1e-8
        1/x                 | 1e-9
        sqrt(x)             | 1e-12
        sin(x)              | 1e10
        sin(1e7*x)          | 0.3
        exp(x)              | 709.7
        x^4                 | 1e200
        exp(-1e9*x^2)       | 1e-5
        1e-300*x            | 1e300
        x^2                 | 1e-200
        """)
    void farOutAndCloseToZeroNothingIsCalledWrong(String formula, double x) {
        DerivativeCheck check = DerivativeCheck.at(FormulaObjective.of(formula), Vector.of(x));

        assertThat(check.failed()).as("%s", check).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 5, 1e5})
    void aWrongDerivativeIsWrongAtEveryScale(double scale) {
        FormulaObjective f = FormulaObjective.of("log(1 + x^2) + x/3");
        Objective wrong = altered(FormulaObjective.of("log(1 + x^2) + x/3"), g -> g.muli(-1));

        assertThat(DerivativeCheck.at(wrong, Vector.of(scale)).failed()).isTrue();
    }

    @Test
    void thePointIsLeftAlone() {
        DerivativeCheck.at(right, AT);

        assertThat(AT.toArray()).containsExactly(0.7, -1.3);
    }

    /** Without a Hessian, and with something done to the gradient. */
    private static Objective altered(Objective objective, Consumer<INDArray> change) {
        return new Objective() {
            @Override
            public long dimension() {
                return objective.dimension();
            }

            @Override
            public double value(INDArray x) {
                return objective.value(x);
            }

            @Override
            public double gradient(INDArray x, INDArray g) {
                double value = objective.gradient(x, g);
                change.accept(g);
                return value;
            }
        };
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
