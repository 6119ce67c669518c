package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.objective.Objective;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Value and gradient of Rosenbrock's function, n = 2: by hand, from a formula, and by ND4J's SameDiff. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RosenbrockBenchmark {
    private final double[] x = {-1.2, 1};
    private final double[] g = new double[2];
    private final INDArray xArray = Nd4j.create(x);
    private final INDArray gArray = Nd4j.create(new double[2]);
    private final Objective formula = FormulaObjective.of("(1 - x)^2 + 100*(y - x^2)^2");
    private final SameDiff sameDiff = sameDiff();
    private final Map<String, INDArray> inputs = Map.of("x", Nd4j.scalar(-1.2), "y", Nd4j.scalar(1.0));

    @Benchmark
    public double byHand() {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        g[0] = -2 * a - 400 * x[0] * b;
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    }

    @Benchmark
    public double formula() {
        return formula.gradient(xArray, gArray);
    }

    @Benchmark
    public Map<String, INDArray> sameDiffGradient() {
        return sameDiff.calculateGradients(inputs, "x", "y");
    }

    private static SameDiff sameDiff() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.scalar(-1.2));
        SDVariable y = graph.var("y", Nd4j.scalar(1.0));
        SDVariable a = x.rsub(1.0);
        SDVariable b = y.sub(x.mul(x));
        a.mul(a).add(b.mul(b).mul(100.0)).rename("loss");
        graph.setLossVariables("loss");
        return graph;
    }
}
