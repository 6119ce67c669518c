package dev.optimizer.benchmarks;

import dev.optimizer.linalg.Vector;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Where vector loops should switch from Java to CBLAS: run it with the switch point at 0 and at 2³¹ − 1. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class VectorBenchmark {
    @Param({"2", "64", "128", "255", "256", "512", "1024"})
    public int n;

    private Vector x;
    private Vector y;

    @Setup
    public void fill() {
        x = Vector.zeros(n);
        y = Vector.zeros(n);
        x.fill(1.5);
        y.fill(0.5);
    }

    @Benchmark
    @Row("xᵀy")
    public double dot() {
        return x.dot(y);
    }

    @Benchmark
    @Row("y ← y + αx")
    public void axpy() {
        y.axpy(1e-9, x);
    }

    @Benchmark
    @Row("y ← x")
    public void copy() {
        y.copy(x);
    }
}
