package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Blas;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The log-sum-exp of 2,000 affine functions of 500 variables, against the linear algebra that it cannot avoid. */
public class LogSumExpBenchmark extends Sampled {
    private static final int ROWS = 2_000;
    private static final int COLUMNS = 500;

    private double[] b;
    private final double[] terms = new double[ROWS];
    private final double[] g = new double[COLUMNS];
    private INDArray xArray;
    private final INDArray gArray = Nd4j.create(new double[COLUMNS]);
    private final INDArray hessian = Nd4j.create(new double[COLUMNS * COLUMNS]).reshape(COLUMNS, COLUMNS);
    private INDArray data;
    private DoublePointer aPointer;
    private DoublePointer xPointer;
    private final DoublePointer termsPointer = new DoublePointer(ROWS);
    private final DoublePointer gPointer = new DoublePointer(COLUMNS);
    private final DoublePointer product = new DoublePointer(COLUMNS * COLUMNS);
    private FormulaObjective formula;

    @Setup
    public void fill() {
        Blas.load();
        Random random = new Random(1);
        data = Nd4j.create(random.doubles((long) ROWS * COLUMNS, -1, 1).toArray())
                .reshape(ROWS, COLUMNS);
        b = random.doubles(ROWS, -1, 1).toArray();
        xArray = Nd4j.create(random.doubles(COLUMNS, -0.1, 0.1).toArray());
        aPointer = Cblas.pointer(data);
        xPointer = Cblas.pointer(xArray);
        formula = FormulaObjective.builder()
                .variable("x", COLUMNS)
                .data("A", data)
                .data("b", Nd4j.create(b))
                .objective("logsumexp(A*x + b)");
        Agreement.require(byHand(), gradient());
        Agreement.require(g, gArray);
    }

    @Benchmark
    @Row("the two matrix-vector products of a gradient (cblas_dgemv)")
    public DoublePointer products() {
        Cblas.gemv(false, ROWS, COLUMNS, aPointer, xPointer, termsPointer);
        Cblas.gemv(true, ROWS, COLUMNS, aPointer, termsPointer, gPointer);
        return gPointer;
    }

    @Benchmark
    @Row(value = "value and gradient by hand on CBLAS and StrictMath", peer = "products")
    public double byHand() {
        Cblas.gemv(false, ROWS, COLUMNS, aPointer, xPointer, termsPointer);
        termsPointer.get(terms);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ROWS; i++) {
            terms[i] += b[i];
            largest = Math.max(largest, terms[i]);
        }
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            terms[i] = StrictMath.exp(terms[i] - largest);
            sum += terms[i];
        }
        for (int i = 0; i < ROWS; i++) {
            terms[i] /= sum;
        }
        termsPointer.put(terms);
        Cblas.gemv(true, ROWS, COLUMNS, aPointer, termsPointer, gPointer);
        gPointer.get(g);
        return largest + StrictMath.log(sum);
    }

    @Benchmark
    @Row(value = "value and gradient from the formula", peer = "products", atMost = 1.3)
    public double gradient() {
        return formula.gradient(xArray, gArray);
    }

    @Benchmark
    @Row("the product AᵀA (cblas_dsyrk)")
    public DoublePointer symmetricProduct() {
        Cblas.syrk(ROWS, COLUMNS, aPointer, product);
        return product;
    }

    @Benchmark
    @Row(value = "dense Hessian from the formula", peer = "symmetricProduct", atMost = 1.5)
    public INDArray hessian() {
        formula.hessian(xArray, hessian);
        return hessian;
    }
}
