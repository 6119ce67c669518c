package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Blas;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** ‖X − U·V‖² for X 200 × 150 and rank 10, against the linear algebra that its gradient cannot avoid. */
public class MatrixFactorizationBenchmark extends Sampled {
    private static final int ROWS = 200;
    private static final int COLUMNS = 150;
    private static final int RANK = 10;
    private static final int U_LENGTH = ROWS * RANK;
    private static final int LENGTH = U_LENGTH + RANK * COLUMNS;

    private double[] target;
    private final double[] residual = new double[ROWS * COLUMNS];
    private final double[] g = new double[LENGTH];
    private INDArray factors;
    private final INDArray gArray = Nd4j.create(new double[LENGTH]);
    private DoublePointer u;
    private DoublePointer v;
    private final DoublePointer residualPointer = new DoublePointer(ROWS * COLUMNS);
    private final DoublePointer gPointer = new DoublePointer(LENGTH);
    private final DoublePointer gU = new DoublePointer(gPointer);
    private final DoublePointer gV = gPointer.getPointer(U_LENGTH);
    private FormulaObjective formula;

    @Setup
    public void fill() {
        Blas.load();
        Random random = new Random(1);
        target = random.doubles(ROWS * COLUMNS, -1, 1).toArray();
        factors = Nd4j.create(random.doubles(LENGTH, -1, 1).toArray());
        u = Cblas.pointer(factors);
        v = u.getPointer(U_LENGTH);
        formula = FormulaObjective.builder()
                .variable("U", ROWS, RANK)
                .variable("V", RANK, COLUMNS)
                .data("X", Nd4j.create(target).reshape(ROWS, COLUMNS))
                .objective("sum((X - U*V).^2)");
        Agreement.require(byHand(), gradient());
        Agreement.require(g, gArray);
    }

    @Benchmark
    @Row("the three matrix products of a gradient (cblas_dgemm)")
    public DoublePointer products() {
        Cblas.gemm(false, false, ROWS, COLUMNS, RANK, u, v, residualPointer);
        Cblas.gemm(false, true, ROWS, RANK, COLUMNS, residualPointer, v, gU);
        Cblas.gemm(true, false, RANK, COLUMNS, ROWS, u, residualPointer, gV);
        return gPointer;
    }

    @Benchmark
    @Row(value = "value and gradient by hand on CBLAS", peer = "products")
    public double byHand() {
        Cblas.gemm(false, false, ROWS, COLUMNS, RANK, u, v, residualPointer);
        residualPointer.get(residual);
        double f = 0;
        for (int i = 0; i < residual.length; i++) {
            double r = residual[i] - target[i];
            f += r * r;
            residual[i] = 2 * r;
        }
        residualPointer.put(residual);
        Cblas.gemm(false, true, ROWS, RANK, COLUMNS, residualPointer, v, gU);
        Cblas.gemm(true, false, RANK, COLUMNS, ROWS, u, residualPointer, gV);
        gPointer.get(g);
        return f;
    }

    @Benchmark
    @Row(value = "value and gradient from the formula", peer = "products", atMost = 1.3)
    public double gradient() {
        return formula.gradient(factors, gArray);
    }
}
