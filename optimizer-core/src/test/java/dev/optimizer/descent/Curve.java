package dev.optimizer.descent;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** A line given by two functions, which remembers where it was asked. */
record Curve(DoubleUnaryOperator value, DoubleUnaryOperator derivative, Set<Double> trials) implements Line {
    Curve(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        this(value, derivative, new HashSet<>());
    }

    /** Functions 1 to 3 of Moré and Thuente 1994, section 5: convex and not, smooth and nearly kinked. */
    static Curve moreThuente(int number) {
        return switch (number) {
            case 1 -> new Curve(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2)));
            case 2 ->
                new Curve(
                        a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
                        a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3));
            default -> new Curve(Curve::kinked, Curve::kinkedSlope);
        };
    }

    private static double kinked(double a) {
        double base = a <= 0.99 ? 1 - a : a >= 1.01 ? a - 1 : (a - 1) * (a - 1) / 0.02 + 0.005;
        return base + 2 * 0.99 / (39 * Math.PI) * Math.sin(39 * Math.PI / 2 * a);
    }

    private static double kinkedSlope(double a) {
        double base = a <= 0.99 ? -1 : a >= 1.01 ? 1 : (a - 1) / 0.01;
        return base + 0.99 * Math.cos(39 * Math.PI / 2 * a);
    }

    @Override
    public double value(double alpha) {
        trials.add(alpha);
        return at(alpha);
    }

    @Override
    public double slope(double alpha) {
        return derivative.applyAsDouble(alpha);
    }

    /** φ(α), without remembering that it was asked for. */
    double at(double alpha) {
        return value.applyAsDouble(alpha);
    }

    double search(StepRule rule, double first) {
        return rule.search(this, at(0), slope(0), first);
    }
}
