package dev.optimizer.benchmarks;

import dev.optimizer.objective.Nd4jObjective;
import dev.optimizer.objective.Objective;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Value and gradient of Σx⁴ in plain ND4J code: as it stands, and the same code through {@link Nd4jObjective}. What the
 * process's memory grew by in a run is printed at its end.
 */
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class WorkspaceBenchmark extends Sampled {
    @Param({"2", "1000", "100000"})
    private int n;

    private INDArray x;
    private INDArray g;
    private Objective adapted;
    private long physicalBytes;

    @Setup
    public void setUp() {
        x = Nd4j.rand(DataType.DOUBLE, n);
        g = Nd4j.create(DataType.DOUBLE, n);
        adapted = Nd4jObjective.of(n, WorkspaceBenchmark::code);
    }

    @Setup(Level.Iteration)
    public void measure() {
        physicalBytes = Pointer.physicalBytes();
    }

    @TearDown(Level.Iteration)
    public void report() {
        System.out.printf("[%+d MB] ", (Pointer.physicalBytes() - physicalBytes) >> 20);
    }

    private static double code(INDArray x, INDArray g) {
        INDArray square = x.mul(x);
        g.assign(square.mul(x).mul(4));
        return square.mul(square).sumNumber().doubleValue();
    }

    @Benchmark
    @Row("value and gradient of Σx⁴ in plain ND4J code, as it stands")
    public double asItStands() {
        return code(x, g);
    }

    @Benchmark
    @Row(value = "the same code through the adapter, in a workspace", peer = "asItStands", atMost = 1)
    public double inWorkspace() {
        return adapted.gradient(x, g);
    }
}
