package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** No evaluation allocates, on the heap or off it. */
class AllocationTest {
    private static final int EVALUATIONS = 100_000;

    /**
     * The measurement itself and the JVM's own doings on this thread cost some kilobytes. The smallest object has 16
     * bytes, so less than one byte an evaluation means none.
     */
    private static final long SLACK = EVALUATIONS;

    private final FormulaObjective objective =
            FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2 + max(x, y)*tanh(x) + if(x > y, x^1.5, log1p(y^2))");
    private final INDArray x = Nd4j.create(new double[] {-1.2, 1});
    private final INDArray v = Nd4j.create(new double[] {1, -1});
    private final INDArray g = Nd4j.create(new double[2]);
    private final INDArray h = Nd4j.create(new double[2][2]);
    private double sum;

    @Test
    void valuesAllocateNothing() {
        assertAllocatesNothing(() -> sum += objective.value(x));
    }

    @Test
    void gradientsAllocateNothing() {
        assertAllocatesNothing(() -> sum += objective.gradient(x, g));
    }

    @Test
    void hessiansAllocateNothing() {
        assertAllocatesNothing(() -> objective.hessian(x, h));
    }

    @Test
    void hessianVectorProductsAllocateNothing() {
        assertAllocatesNothing(() -> objective.hessianVector(x, v, g));
    }

    private static void assertAllocatesNothing(Runnable evaluation) {
        for (int i = 0; i < 10_000; i++) {
            evaluation.run();
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long offHeap = Pointer.totalBytes();
        long heap = thread.getThreadAllocatedBytes(id);
        for (int i = 0; i < EVALUATIONS; i++) {
            evaluation.run();
        }
        heap = thread.getThreadAllocatedBytes(id) - heap;

        assertThat(heap).isLessThan(SLACK);
        // Freed memory may lower the figure at any moment; nothing may raise it.
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(offHeap);
    }
}
