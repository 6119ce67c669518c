package dev.optimizer.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import net.jafama.StrictFastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One element function of formulas, per entry of an array: StrictMath, which is the same everywhere; Math, whose
 * intrinsics differ from machine to machine; Jafama, which is the same everywhere too.
 */
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ElementFunctionBenchmark extends Sampled {
    private static final int LENGTH = 1024;

    /** A function by its three implementations, and the interval from which its arguments are drawn. */
    public enum Function {
        EXP(-10, 10, StrictMath::exp, Math::exp, StrictFastMath::exp),
        LOG(0, 10, StrictMath::log, Math::log, StrictFastMath::log),
        LOG1P(-0.9, 9, StrictMath::log1p, Math::log1p, StrictFastMath::log1p),
        EXPM1(-5, 5, StrictMath::expm1, Math::expm1, StrictFastMath::expm1),
        SIN(-10, 10, StrictMath::sin, Math::sin, StrictFastMath::sin),
        COS(-10, 10, StrictMath::cos, Math::cos, StrictFastMath::cos),
        TAN(-10, 10, StrictMath::tan, Math::tan, StrictFastMath::tan),
        ASIN(-1, 1, StrictMath::asin, Math::asin, StrictFastMath::asin),
        ATAN(-5, 5, StrictMath::atan, Math::atan, StrictFastMath::atan),
        TANH(-5, 5, StrictMath::tanh, Math::tanh, StrictFastMath::tanh),
        POW(0, 10, a -> StrictMath.pow(a, 1.7), a -> Math.pow(a, 1.7), a -> StrictFastMath.pow(a, 1.7)),
        SIGMOID(
                -10,
                10,
                a -> sigmoid(a, StrictMath.exp(-Math.abs(a))),
                a -> sigmoid(a, Math.exp(-Math.abs(a))),
                a -> sigmoid(a, StrictFastMath.exp(-Math.abs(a)))),
        SOFTPLUS(
                -10,
                10,
                a -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a))),
                a -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
                a -> Math.max(a, 0) + StrictFastMath.log1p(StrictFastMath.exp(-Math.abs(a))));

        private final double from;
        private final double to;
        private final DoubleUnaryOperator strictMath;
        private final DoubleUnaryOperator math;
        private final DoubleUnaryOperator jafama;

        Function(
                double from,
                double to,
                DoubleUnaryOperator strictMath,
                DoubleUnaryOperator math,
                DoubleUnaryOperator jafama) {
            this.from = from;
            this.to = to;
            this.strictMath = strictMath;
            this.math = math;
            this.jafama = jafama;
        }

        private static double sigmoid(double a, double tail) {
            return (a < 0 ? tail : 1) / (1 + tail);
        }
    }

    @Param
    public Function function;

    private double[] arguments;
    private final double[] values = new double[LENGTH];

    @Setup
    public void fill() {
        arguments = new Random(1).doubles(LENGTH, function.from, function.to).toArray();
    }

    @Benchmark
    @Row(value = "StrictMath", evaluations = LENGTH)
    public double[] strictMath() {
        return map(function.strictMath);
    }

    @Benchmark
    @Row(value = "Math", peer = "strictMath", evaluations = LENGTH)
    public double[] math() {
        return map(function.math);
    }

    @Benchmark
    @Row(value = "Jafama's StrictFastMath", peer = "strictMath", evaluations = LENGTH)
    public double[] jafama() {
        return map(function.jafama);
    }

    /** Each fork runs one function of one library, so that the call is inlined as it would be in a loop by hand. */
    private double[] map(DoubleUnaryOperator operator) {
        for (int i = 0; i < LENGTH; i++) {
            values[i] = operator.applyAsDouble(arguments[i]);
        }
        return values;
    }
}
