package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.testing.Allocations;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Nd4jObjectiveTest {
    private static final INDArray A = Nd4j.create(new double[][] {{2, 1}, {1, 3}});
    private static final INDArray B = Nd4j.create(new double[] {1, -1});

    /** ½xᵀAx − bᵀx */
    private static double value(INDArray x) {
        return x.mul(A.mmul(x)).sumNumber().doubleValue() / 2
                - x.mul(B).sumNumber().doubleValue();
    }

    private static INDArray gradient(INDArray x) {
        return A.mmul(x).sub(B);
    }

    @Test
    void plainNd4jCodeIsMinimised() {
        TwiceDifferentiable quadratic =
                Nd4jObjective.of(2, Nd4jObjectiveTest::value, Nd4jObjectiveTest::gradient, x -> A.add(0));

        Result result = new Minimizer(LineSearchSolver.newton()).minimize(quadratic, Nd4j.create(new double[] {5, 7}));

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.audit()).isEqualTo(DerivativeAudit.PASSED);
        // A⁻¹b = (0.8, −0.6), to rounding.
        assertThat(result.x().getDouble(0)).isCloseTo(0.8, within(1e-14));
        assertThat(result.x().getDouble(1)).isCloseTo(-0.6, within(1e-14));
    }

    @Test
    void valueAndGradientMayShareTheirWork() {
        Objective joint = Nd4jObjective.of(2, (x, g) -> {
            g.assign(gradient(x));
            return value(x);
        });
        Objective separate = Nd4jObjective.of(2, Nd4jObjectiveTest::value, Nd4jObjectiveTest::gradient);
        INDArray x = Nd4j.create(new double[] {5, 7});
        INDArray one = Nd4j.create(new double[2]);
        INDArray other = Nd4j.create(new double[2]);

        assertThat(joint.gradient(x, one))
                .isEqualTo(separate.gradient(x, other))
                .isEqualTo(value(x));
        assertThat(joint.value(x)).isEqualTo(separate.value(x));
        assertThat(one).isEqualTo(other).isEqualTo(gradient(x));
    }

    @Test
    void theHessianIsSymmetricAndItsProductsAreThoseOfTheSameMatrix() {
        INDArray lower = Nd4j.create(new double[][] {{2, 99}, {1, 3}});
        TwiceDifferentiable quadratic =
                Nd4jObjective.of(2, Nd4jObjectiveTest::value, Nd4jObjectiveTest::gradient, x -> lower);
        INDArray h = Nd4j.create(new double[2][2]);
        INDArray hv = Nd4j.create(new double[2]);

        quadratic.hessian(B, h);
        quadratic.hessianVector(B, Nd4j.create(new double[] {1, 10}), hv);

        assertThat(h).isEqualTo(A);
        assertThat(hv.toDoubleVector()).containsExactly(12, 31);
        assertThat(quadratic.hasExactHessian()).isTrue();
    }

    /** ½‖x‖² has the gradient x itself; and code that works in place spoils its own copy only. */
    @Test
    void theCodeMayReturnOrChangeItsInput() {
        Objective itself = Nd4jObjective.of(2, x -> x.norm2Number().doubleValue(), x -> x);
        Objective inPlace = Nd4jObjective.of(2, x -> x.muli(x).sumNumber().doubleValue(), x -> x.muli(2));
        INDArray x = Nd4j.create(new double[] {3, 4});
        INDArray g = Nd4j.create(new double[2]);

        assertThat(itself.gradient(x, g)).isEqualTo(5);
        assertThat(g).isEqualTo(x);
        assertThat(inPlace.gradient(x, g)).isEqualTo(25);
        assertThat(g.toDoubleVector()).containsExactly(6, 8);
        assertThat(x.toDoubleVector()).containsExactly(3, 4);
    }

    @Test
    void viewsAndColumnsComeAndGo() {
        Objective column =
                Nd4jObjective.of(2, Nd4jObjectiveTest::value, x -> gradient(x).reshape(2, 1));
        INDArray matrix = Nd4j.create(new double[][] {{0, 5}, {0, 7}});
        INDArray x = matrix.get(NDArrayIndex.all(), NDArrayIndex.point(1));
        INDArray g = matrix.get(NDArrayIndex.all(), NDArrayIndex.point(0));

        column.gradient(x, g);

        assertThat(matrix.getColumn(0).toDoubleVector()).containsExactly(16, 27);
    }

    @Test
    void anObjectiveMayUseAnother() {
        Objective inner = Nd4jObjective.of(2, Nd4jObjectiveTest::value, Nd4jObjectiveTest::gradient);
        Objective outer = Nd4jObjective.of(2, (x, g) -> {
            INDArray twice = x.mul(2);
            INDArray innerGradient = Nd4j.create(DataType.DOUBLE, 2);
            double value = inner.gradient(twice, innerGradient);
            g.assign(innerGradient.mul(2));
            // Had the inner workspace been the outer's, this would now be overwritten.
            return value + twice.sumNumber().doubleValue();
        });
        INDArray g = Nd4j.create(new double[2]);

        double value = outer.gradient(Nd4j.create(new double[] {2.5, 3.5}), g);

        assertThat(value).isEqualTo(value(Nd4j.create(new double[] {5, 7})) + 12);
        assertThat(g.toDoubleVector()).containsExactly(32, 54);
    }

    @Test
    void whatDoesNotFitIsRefusedWithAReason() {
        INDArray x = Nd4j.create(new double[2]);
        INDArray g = Nd4j.create(new double[2]);
        assertRefused("n must lie in [1, 2147483647]: 0", () -> Nd4jObjective.of(0, (at, out) -> 0));
        assertRefused(
                "the gradient must have 2 elements: [3]",
                () -> Nd4jObjective.of(2, at -> 0, at -> Nd4j.create(new double[3]))
                        .gradient(x, g));
        assertRefused(
                "the gradient must hold doubles, not FLOAT, ND4J's default: create it with DataType.DOUBLE or from a"
                        + " double[]",
                () -> Nd4jObjective.of(2, at -> 0, at -> at.castTo(DataType.FLOAT))
                        .gradient(x, g));
        assertRefused(
                "the code of the gradient returned null",
                () -> Nd4jObjective.of(2, at -> 0, at -> null).gradient(x, g));
        assertRefused(
                "the Hessian must have 4 elements: [2]",
                () -> Nd4jObjective.of(2, at -> 0, at -> at, at -> at).hessian(x, Nd4j.create(new double[2][2])));
        assertRefused(
                "x must have 2 elements: [3]",
                () -> Nd4jObjective.of(2, at -> 0, at -> at).value(Nd4j.create(new double[3])));
    }

    private static void assertRefused(String message, ThrowingCallable code) {
        assertThatThrownBy(code).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isNull();
    }

    @Test
    void whatTheCodeThrowsReachesTheCallerAndTheWorkspaceIsClosed() {
        IllegalStateException thrown = new IllegalStateException("no");
        Objective throwing = Nd4jObjective.of(1, (x, g) -> {
            throw thrown;
        });

        assertThatThrownBy(() -> throwing.value(Nd4j.create(new double[1]))).isSameAs(thrown);
        assertThat(Nd4j.getMemoryManager().getCurrentWorkspace()).isNull();
    }

    /** A hundred evaluations with some 3 MB of temporaries each: 300 MB, if they were not used again. */
    @Test
    void memoryOffTheHeapStaysFlat() {
        int n = 100_000;
        Objective objective = Nd4jObjective.of(n, (x, g) -> {
            INDArray square = x.mul(x);
            g.assign(square.mul(x).mul(4));
            return square.mul(square).sumNumber().doubleValue();
        });
        INDArray x = Nd4j.rand(DataType.DOUBLE, n);
        INDArray g = Nd4j.create(DataType.DOUBLE, n);

        Allocations.assertPhysicalMemoryIsFlat(100, 60_000_000, () -> objective.gradient(x, g));
    }
}
