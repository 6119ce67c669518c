package dev.optimizer.runner.config;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number that is right up to a tolerance.
 *
 * @param wanted finite
 * @param tolerance how far off a number may be and still pass; finite, at least 0
 */
public record Near(double wanted, double tolerance) {
    /** The tolerance when none is given: this, times |wanted| where that is more than 1. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    /** A wanted number with the tolerance given, or else the default one: 1e-6 · max(1, |wanted|). */
    public static Near of(double wanted, OptionalDouble tolerance) {
        return new Near(wanted, tolerance.orElse(DEFAULT_TOLERANCE * Math.max(1, Math.abs(wanted))));
    }

    /** One for each of several wanted numbers. */
    public static List<Near> of(double[] wanted, OptionalDouble tolerance) {
        return Arrays.stream(wanted).mapToObj(one -> of(one, tolerance)).toList();
    }

    /** Whether a number is near enough; NaN and the infinities never are. */
    public boolean accepts(double actual) {
        return Math.abs(actual - wanted) <= tolerance;
    }
}
