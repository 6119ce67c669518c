package dev.optimizer.autodiff.kernel;

/**
 * The sum of a piece in four lanes that take turns, for a processor adds four numbers in the time that it takes to know the sum
 * of two. Compiled code does the same, to the bit.
 */
final class Lanes {
    private double a;
    private double b;
    private double c;
    private double d;

    /** Goes on with n terms. */
    void add(double[] terms, int n) {
        for (int k = 0; k < n; k++) {
            double next = a + terms[k];
            a = b;
            b = c;
            c = d;
            d = next;
        }
    }

    /** The sum, which then starts again. */
    double take() {
        double sum = (a + b) + (c + d);
        a = 0;
        b = 0;
        c = 0;
        d = 0;
        return sum;
    }
}
