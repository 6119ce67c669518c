package dev.optimizer.benchmarks;

import dev.optimizer.objective.Nd4jObjective;
import dev.optimizer.objective.Objective;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Value and gradient of Σx⁴ in plain ND4J code: as it stands, and the same code through {@link Nd4jObjective}. What the
 * process's memory grew by in a run is printed at its end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class WorkspaceBenchmark {
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
    public double asItStands() {
        return code(x, g);
    }

    @Benchmark
    public double inWorkspace() {
        return adapted.gradient(x, g);
    }

    /** A million evaluations, a tenth in each iteration: run it with {@code -p n=2}. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 10)
    public double aTenthOfAMillionInWorkspace() {
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += adapted.gradient(x, g);
        }
        return sum;
    }
}
