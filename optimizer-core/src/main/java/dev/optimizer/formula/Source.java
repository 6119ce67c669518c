package dev.optimizer.formula;

import java.util.function.Supplier;

/** The text that is being read, for complaints that show the place. */
record Source(String text) {
    FormulaException error(String problem, Token at) {
        return error(problem, at.start(), at.end());
    }

    FormulaException error(String problem, Expression at) {
        return error(problem, at.start(), at.end());
    }

    FormulaException error(String problem, int start, int end) {
        return new FormulaException(problem, text, start, end);
    }

    /** Refuses arrays that are too large. */
    void requireSize(Shape shape, int start, int end) {
        if (shape.isTooLarge()) {
            throw error(shape.tooLarge(), start, end);
        }
    }

    /** Computes with whole numbers that were read here; refuses them if they do not fit a long. */
    <T> T exactly(int start, int end, Supplier<T> computation) {
        try {
            return computation.get();
        } catch (ArithmeticException e) {
            throw error("the whole numbers here are too large", start, end);
        }
    }
}
