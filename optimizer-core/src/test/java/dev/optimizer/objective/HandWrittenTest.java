package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.linalg.Buffers;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.testing.Allocations;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Objectives written directly on the buffers: the examples of the documentation. */
class HandWrittenTest {
    /** As in the Javadoc of {@link Objective}: copies that cost nanoseconds, any strides, plain Java in between. */
    private static final class Rosenbrock implements Objective {
        private final double[] x = new double[2];
        private final double[] g = new double[2];

        @Override
        public long dimension() {
            return 2;
        }

        @Override
        public double value(INDArray at) {
            Buffers.read(at, x);
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            return a * a + 100 * b * b;
        }

        @Override
        public double gradient(INDArray at, INDArray gradient) {
            double value = value(at);
            double b = x[1] - x[0] * x[0];
            g[0] = -2 * (1 - x[0]) - 400 * x[0] * b;
            g[1] = 200 * b;
            Buffers.write(g, gradient);
            return value;
        }
    }

    /** Without copies: the arrays that solvers hand over are plain, so the buffer's own indexer will do. */
    private static final class ByIndexer implements Objective {
        @Override
        public long dimension() {
            return 2;
        }

        @Override
        public double value(INDArray at) {
            DoubleIndexer x = (DoubleIndexer) at.data().indexer();
            double a = 1 - x.get(0);
            double b = x.get(1) - x.get(0) * x.get(0);
            return a * a + 100 * b * b;
        }

        @Override
        public double gradient(INDArray at, INDArray gradient) {
            DoubleIndexer x = (DoubleIndexer) at.data().indexer();
            DoubleIndexer g = (DoubleIndexer) gradient.data().indexer();
            double b = x.get(1) - x.get(0) * x.get(0);
            g.put(0, -2 * (1 - x.get(0)) - 400 * x.get(0) * b);
            g.put(1, 200 * b);
            return value(at);
        }
    }

    private static final List<Objective> BOTH = List.of(new Rosenbrock(), new ByIndexer());

    @Test
    void theyAreAuditedAndMinimised() {
        for (Objective objective : BOTH) {
            Result result = new Minimizer(LineSearchSolver.gradientDescent())
                    .stop(StoppingRules.defaults().withIterations(100_000))
                    .minimize(objective, Nd4j.create(new double[] {-1.2, 1}));

            assertThat(result.audit()).isEqualTo(DerivativeAudit.PASSED);
            assertThat(result.status().isConvergence()).isTrue();
            // ‖∇f‖ ≤ 1e-8 and a smallest eigenvalue of 0.4.
            assertThat(result.x().getDouble(0)).isCloseTo(1, within(5e-8));
        }
    }

    @Test
    void theyAllocateNothing() {
        INDArray x = Nd4j.create(new double[] {-1.2, 1});
        INDArray g = Nd4j.create(new double[2]);
        for (Objective objective : BOTH) {
            Allocations.assertNone(100_000, () -> objective.gradient(x, g));
        }
    }
}
