package dev.optimizer.problem;

/**
 * A whole number that a problem may be asked for with, such as its dimension.
 *
 * @param name as formulas use it
 * @param value what it is; in a problem as it is listed, its default
 * @param min the least that it may be
 * @param max the most that it may be
 * @param step it may be {@code min}, {@code min + step}, {@code min + 2·step}, …
 */
public record Parameter(String name, int value, int min, int max, int step) {
    /** @throws IllegalArgumentException if the value is not one that it may have */
    public Parameter {
        if (value < min || value > max || (value - min) % step != 0) {
            throw new IllegalArgumentException(name + " must be " + range(min, max, step) + ": " + value);
        }
    }

    /** What it may be, in words: {@code 2 to 1000 in steps of 2}. */
    public String range() {
        return range(min, max, step);
    }

    private static String range(int min, int max, int step) {
        return min + " to " + max + (step == 1 ? "" : " in steps of " + step);
    }
}
