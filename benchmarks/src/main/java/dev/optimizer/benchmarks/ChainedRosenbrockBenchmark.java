package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.objective.SparseHessian;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The chained Rosenbrock function: a sum over many variables, whose Hessian is sparse. */
public class ChainedRosenbrockBenchmark extends Sampled {
    @Param({"1000", "100000"})
    public int n;

    private double[] x;
    private double[] v;
    private double[] g;
    private double[] hv;
    private INDArray xArray;
    private INDArray vArray;
    private INDArray gArray;
    private INDArray hvArray;
    private INDArray entries;
    private FormulaObjective formula;
    private SparseHessian hessian;

    @Setup
    public void fill() {
        formula = ChainedRosenbrock.formula(n);
        hessian = formula.sparseHessian().orElseThrow();
        x = ChainedRosenbrock.point(n);
        v = ChainedRosenbrock.point(n);
        g = new double[n];
        hv = new double[n];
        xArray = Nd4j.create(x);
        vArray = Nd4j.create(v);
        gArray = Nd4j.create(new double[n]);
        hvArray = Nd4j.create(new double[n]);
        entries = Nd4j.create(new double[hessian.columns().length]);
        requireAgreement();
    }

    private void requireAgreement() {
        Agreement.require(valueByHand(), value());
        Agreement.require(gradientByHand(), gradient());
        Agreement.require(g, gArray);
        Agreement.require(hessianVectorByHand(), hessianVector());
        Agreement.require(productOfEntries(sparseHessian()), hvArray);
    }

    private double[] productOfEntries(INDArray lowerTriangle) {
        double[] product = new double[n];
        int[] rowStarts = hessian.rowStarts();
        for (int row = 0; row < n; row++) {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                int column = hessian.columns()[k];
                product[row] += lowerTriangle.getDouble(k) * v[column];
                if (column < row) {
                    product[column] += lowerTriangle.getDouble(k) * v[row];
                }
            }
        }
        return product;
    }

    @Benchmark
    @Row("value by hand on `double[]`")
    public double valueByHand() {
        return ChainedRosenbrock.value(x);
    }

    @Benchmark
    @Row(value = "value from the formula", peer = "valueByHand", atMost = 1.5)
    public double value() {
        return formula.value(xArray);
    }

    @Benchmark
    @Row("value and gradient by hand on `double[]`")
    public double gradientByHand() {
        return ChainedRosenbrock.gradient(x, g);
    }

    @Benchmark
    @Row(value = "value and gradient from the formula", peer = "gradientByHand", atMost = 1.5)
    public double gradient() {
        return formula.gradient(xArray, gArray);
    }

    @Benchmark
    @Row("Hessian-vector product by hand on `double[]`")
    public double[] hessianVectorByHand() {
        ChainedRosenbrock.hessianVector(x, v, hv);
        return hv;
    }

    @Benchmark
    @Row(value = "Hessian-vector product from the formula", peer = "hessianVectorByHand")
    public INDArray hessianVector() {
        formula.hessianVector(xArray, vArray, hvArray);
        return hvArray;
    }

    @Benchmark
    @Row(value = "entries of the sparse Hessian from the formula", peer = "gradient", atMost = 3)
    public INDArray sparseHessian() {
        hessian.values(xArray, entries);
        return entries;
    }
}
