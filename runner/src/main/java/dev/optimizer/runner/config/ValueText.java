package dev.optimizer.runner.config;

import dev.optimizer.runner.config.declaration.Kind;

/** When two values of a sweep are the same. */
public final class ValueText {
    private ValueText() {}

    /** The text; a number, however it is written, as one text. */
    public static String comparable(String text) {
        return Kind.Real.isNumber(text) ? Double.toString(Double.parseDouble(text) + 0.0) : text;
    }
}
