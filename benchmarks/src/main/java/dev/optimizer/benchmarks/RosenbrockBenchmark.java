package dev.optimizer.benchmarks;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.objective.Objective;
import java.util.Map;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Setup;

/** Value and gradient of Rosenbrock's function, n = 2: by hand, from a formula, and by ND4J's SameDiff. */
public class RosenbrockBenchmark extends Sampled {
    private static final int EVALUATIONS = 1024;

    /** As many as a solver has: the current point, the trial and the best. They are taken in turn. */
    private static final int POINTS = 3;

    /** An objective as one would write it without this library. */
    private interface PlainObjective {
        double gradient(double[] x, double[] g);
    }

    private final PlainObjective plain = RosenbrockBenchmark::gradient;
    private final double[][] points = new double[POINTS][];
    private final INDArray[] arrays = new INDArray[POINTS];
    private final double[] g = new double[2];
    private final INDArray gArray = Nd4j.create(new double[2]);
    private final Objective formula = FormulaObjective.of("(1 - x)^2 + 100*(y - x^2)^2");
    private final SameDiff sameDiff = graph();
    private final Map<String, INDArray> inputs = Map.of("x", Nd4j.scalar(-1.2), "y", Nd4j.scalar(1.0));

    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int k = 0; k < POINTS; k++) {
            points[k] = random.doubles(2, -2, 2).toArray();
            arrays[k] = Nd4j.create(points[k]);
            Agreement.require(gradient(points[k], g), formula.gradient(arrays[k], gArray));
            Agreement.require(g, gArray);
        }
    }

    @Benchmark
    @Row(value = "value and gradient by hand on `double[]`", evaluations = EVALUATIONS)
    public double byHand() {
        double sum = 0;
        for (int k = 0; k < EVALUATIONS; k++) {
            sum += call(plain, points[k % POINTS], g);
        }
        return sum;
    }

    @Benchmark
    @Row(value = "value and gradient from the formula", peer = "byHand", atMost = 1.5, evaluations = EVALUATIONS)
    public double formula() {
        double sum = 0;
        for (int k = 0; k < EVALUATIONS; k++) {
            sum += call(formula, arrays[k % POINTS], gArray);
        }
        return sum;
    }

    @Benchmark
    @Row(value = "gradient by ND4J's SameDiff", peer = "formula", atLeast = 2000)
    public Map<String, INDArray> sameDiff() {
        return sameDiff.calculateGradients(inputs, "x", "y");
    }

    /**
     * Not inlined, and neither is its twin: in a solver the next point depends on this gradient, so that an evaluation
     * cannot be mixed with the next one as it would be in this loop.
     */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private static double call(PlainObjective objective, double[] x, double[] g) {
        return objective.gradient(x, g);
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private static double call(Objective objective, INDArray x, INDArray g) {
        return objective.gradient(x, g);
    }

    private static double gradient(double[] x, double[] g) {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        g[0] = -2 * a - 400 * x[0] * b;
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    }

    private static SameDiff graph() {
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
