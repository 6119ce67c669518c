package dev.optimizer.autodiff;

import dev.optimizer.testing.Allocations;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** No evaluation allocates, on the heap or off it. */
class AllocationTest {
    private static final int EVALUATIONS = 100_000;

    private final FormulaObjective objective =
            FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2 + max(x, y)*tanh(x) + if(x > y, x^1.5, log1p(y^2))");
    private final INDArray x = Nd4j.create(new double[] {-1.2, 1});
    private final INDArray v = Nd4j.create(new double[] {1, -1});
    private final INDArray g = Nd4j.create(new double[2]);
    private final INDArray h = Nd4j.create(new double[2][2]);
    private double sum;

    @Test
    void valuesAllocateNothing() {
        Allocations.assertNone(EVALUATIONS, () -> sum += objective.value(x));
    }

    @Test
    void gradientsAllocateNothing() {
        Allocations.assertNone(EVALUATIONS, () -> sum += objective.gradient(x, g));
    }

    @Test
    void hessiansAllocateNothing() {
        Allocations.assertNone(EVALUATIONS, () -> objective.hessian(x, h));
    }

    @Test
    void hessianVectorProductsAllocateNothing() {
        Allocations.assertNone(EVALUATIONS, () -> objective.hessianVector(x, v, g));
    }
}
