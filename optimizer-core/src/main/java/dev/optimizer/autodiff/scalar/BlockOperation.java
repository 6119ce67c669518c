package dev.optimizer.autodiff.scalar;

/**
 * An operation on a block of iterations at once, so that finding out what to do costs once per block. The arithmetic is
 * that of {@link Operation#apply}, to the bit.
 */
final class BlockOperation {
    private BlockOperation() {}

    /** {@code out[i] ← operation(a[i], b[i], c[i], k)} for the first n entries. */
    static void apply(Operation operation, double[] a, double[] b, double[] c, double k, double[] out, int n) {
        switch (operation) {
            case ADD -> add(a, b, out, n);
            case SUBTRACT -> subtract(a, b, out, n);
            case MULTIPLY -> multiply(a, b, out, n);
            case DIVIDE -> divide(a, b, out, n);
            case NEGATE -> negate(a, out, n);
            case POWER_INTEGER -> {
                if (k == 2) {
                    // By far the most common power; repeated squaring gives 1·(a·a), the same bits.
                    multiply(a, a, out, n);
                } else {
                    each(operation, a, b, c, k, out, n);
                }
            }
            default -> each(operation, a, b, c, k, out, n);
        }
    }

    private static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void negate(double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = -a[i];
        }
    }

    private static void each(Operation operation, double[] a, double[] b, double[] c, double k, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = operation.apply(a[i], b[i], c[i], k);
        }
    }
}
