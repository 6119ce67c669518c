package dev.optimizer.linalg;

/** Loops over the lower triangle of a small symmetric matrix, whose rows lie one after the other. */
final class SymmetricLoops {
    /**
     * From this size on a product and a rank-two update go through BLAS. Java against OpenBLAS, both together in ns on 2 cores of an
     * x86-64 server: 9 against 126 at n = 2, 647 against 789 at 32, 1,367 against 1,294 at 48, 2,530 against 1,856 at 64.
     */
    static final int CBLAS_SIZE = 48;

    private SymmetricLoops() {}

    /** Memory is accessed by address after this. */
    static void require(int n, Vector x, Vector y) {
        if (x.length() != n || y.length() != n) {
            throw new IllegalArgumentException(
                    "vectors of " + n + " entries are needed: " + x.length() + ", " + y.length());
        }
    }

    /** y ← factor·a·x: row i to the left of the diagonal, column i below it. Adding up in y would wait for what was just stored. */
    static void multiply(int n, double factor, long a, long x, long y) {
        for (int i = 0; i < n; i++) {
            long row = a + (long) i * n * Double.BYTES;
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += get(row, j) * get(x, j);
            }
            for (int j = i + 1; j < n; j++) {
                sum += get(a, j * n + i) * get(x, j);
            }
            put(y, i, factor * sum);
        }
    }

    /** a ← a + factor·(xyᵀ + yxᵀ) */
    static void add(int n, double factor, long x, long y, long a) {
        long row = a;
        for (int i = 0; i < n; i++, row += (long) n * Double.BYTES) {
            double xi = factor * get(x, i);
            double yi = factor * get(y, i);
            for (int j = 0; j <= i; j++) {
                put(row, j, get(row, j) + xi * get(y, j) + yi * get(x, j));
            }
        }
    }

    private static double get(long address, int i) {
        return NativeMemory.get(address + (long) i * Double.BYTES);
    }

    private static void put(long address, int i, double value) {
        NativeMemory.put(address + (long) i * Double.BYTES, value);
    }
}
