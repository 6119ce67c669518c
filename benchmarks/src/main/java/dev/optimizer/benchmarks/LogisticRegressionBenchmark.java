package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Blas;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Logistic regression with an L2 penalty on dense data, 20,000 × 200, against the linear algebra that it cannot avoid. */
public class LogisticRegressionBenchmark extends Sampled {
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 200;
    private static final double LAMBDA = 0.1;

    private double[] y;
    private double[] w;
    private final double[] margins = new double[ROWS];
    private final double[] g = new double[COLUMNS];
    private INDArray wArray;
    private final INDArray gArray = Nd4j.create(new double[COLUMNS]);
    private final INDArray hessian = Nd4j.create(new double[COLUMNS * COLUMNS]).reshape(COLUMNS, COLUMNS);
    private INDArray data;
    private DoublePointer xPointer;
    private DoublePointer wPointer;
    private final DoublePointer marginsPointer = new DoublePointer(ROWS);
    private final DoublePointer gPointer = new DoublePointer(COLUMNS);
    private final DoublePointer product = new DoublePointer(COLUMNS * COLUMNS);
    private FormulaObjective formula;

    @Setup
    public void fill() {
        Blas.load();
        Random random = new Random(1);
        data = Nd4j.create(random.doubles((long) ROWS * COLUMNS, -1, 1).toArray())
                .reshape(ROWS, COLUMNS);
        y = random.doubles(ROWS).map(u -> u < 0.5 ? -1 : 1).toArray();
        w = random.doubles(COLUMNS, -1, 1).toArray();
        wArray = Nd4j.create(w);
        xPointer = Cblas.pointer(data);
        wPointer = Cblas.pointer(wArray);
        formula = FormulaObjective.builder()
                .variable("w", COLUMNS)
                .data("X", data)
                .data("y", Nd4j.create(y))
                .data("lambda", Nd4j.scalar(LAMBDA))
                .objective("sum(softplus(-y .* (X*w))) + 0.5*lambda*norm2(w)^2");
        Agreement.require(byHand(), gradient());
        Agreement.require(g, gArray);
    }

    @Benchmark
    @Row("the two matrix-vector products of a gradient (cblas_dgemv)")
    public DoublePointer products() {
        Cblas.gemv(false, ROWS, COLUMNS, xPointer, wPointer, marginsPointer);
        Cblas.gemv(true, ROWS, COLUMNS, xPointer, marginsPointer, gPointer);
        return gPointer;
    }

    @Benchmark
    @Row(value = "value and gradient by hand on CBLAS and StrictMath", peer = "products")
    public double byHand() {
        Cblas.gemv(false, ROWS, COLUMNS, xPointer, wPointer, marginsPointer);
        marginsPointer.get(margins);
        double f = 0;
        for (int i = 0; i < ROWS; i++) {
            double z = -y[i] * margins[i];
            double tail = StrictMath.exp(-Math.abs(z));
            f += Math.max(z, 0) + StrictMath.log1p(tail);
            margins[i] = -y[i] * (z < 0 ? tail : 1) / (1 + tail);
        }
        marginsPointer.put(margins);
        Cblas.gemv(true, ROWS, COLUMNS, xPointer, marginsPointer, gPointer);
        gPointer.get(g);
        for (int j = 0; j < COLUMNS; j++) {
            f += 0.5 * LAMBDA * w[j] * w[j];
            g[j] += LAMBDA * w[j];
        }
        return f;
    }

    @Benchmark
    @Row(value = "value and gradient from the formula", peer = "products", atMost = 1.3)
    public double gradient() {
        return formula.gradient(wArray, gArray);
    }

    @Benchmark
    @Row("the product XᵀX (cblas_dsyrk)")
    public DoublePointer symmetricProduct() {
        Cblas.syrk(ROWS, COLUMNS, xPointer, product);
        return product;
    }

    @Benchmark
    @Row(value = "dense Hessian from the formula", peer = "symmetricProduct", atMost = 1.5)
    public INDArray hessian() {
        formula.hessian(wArray, hessian);
        return hessian;
    }
}
