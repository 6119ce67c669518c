package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Blas;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a text to the first gradient, once in a fresh JVM: what a user waits for. ND4J is loaded already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class ReadinessBenchmark {
    @Param({"2", "100000", "10000000"})
    public int n;

    private double[] x;
    private INDArray xArray;
    private INDArray gArray;

    @Setup
    public void fill() {
        Blas.load();
        x = ChainedRosenbrock.point(n);
        xArray = Nd4j.create(x);
        gArray = Nd4j.create(new double[n]);
    }

    @Benchmark
    @Row("first gradient of the chained Rosenbrock function, from the text")
    public double firstGradient() {
        FormulaObjective formula = ChainedRosenbrock.formula(n);
        return formula.gradient(xArray, gArray);
    }

    @TearDown
    public void check() {
        double[] g = new double[n];
        ChainedRosenbrock.gradient(x, g);
        Agreement.require(g, gArray);
    }
}
