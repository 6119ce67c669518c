package dev.optimizer.runner.config;

/** Where one variable starts. */
public sealed interface StartValue {
    /** A given number, finite. */
    record Constant(double value) implements StartValue {}

    /** A random number, evenly distributed from {@code low} to {@code high}; low is less than high, both finite. */
    record Uniform(double low, double high) implements StartValue {}

    /** A random number, normally distributed; the standard deviation is finite and greater than 0. */
    record Normal(double mean, double standardDeviation) implements StartValue {}
}
