package dev.optimizer.formula;

/** Sentences that several checks use. */
final class Wording {
    private Wording() {}

    static String tooLarge(Shape shape) {
        String elements = shape.isMatrix() ? " with " + shape.size() + " elements" : " elements";
        String array = shape.isMatrix() ? shape.inWords() : "a vector of " + shape.rows();
        return array + elements + " is too large; at most " + Shape.MAX_SIZE;
    }
}
