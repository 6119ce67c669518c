package dev.optimizer.runner.config;

/** Where the entries of one variable start. */
public sealed interface StartValue {
    /** One number for every entry, finite. */
    record Constant(double value) implements StartValue {}

    /** A number for each entry, finite; row by row for a matrix. */
    record Entries(Doubles values) implements StartValue {}

    /** A random number for each entry, evenly distributed from {@code low} to {@code high}; low is less than high, both finite. */
    record Uniform(double low, double high) implements StartValue {}

    /** A random number for each entry, normally distributed; the standard deviation is finite and greater than 0. */
    record Normal(double mean, double standardDeviation) implements StartValue {}
}
