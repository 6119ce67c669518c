package dev.optimizer.linalg;

import org.nd4j.linalg.factory.Nd4j;

/**
 * The BLAS that ND4J brings, held to one thread: OpenBLAS sums in another order with another number of threads, and a
 * run must give the same bits every time.
 */
public final class Blas {
    /**
     * From this length on a vector loop goes through CBLAS, where a call costs about 33 ns. Java against CBLAS, medians in
     * ns on 2 cores of an x86-64 server: dot 55 against 35, axpy 46 against 32, copy 44 against 20 at n = 64; at n = 24 the
     * loops take 24, 23 and 17 ({@code VectorBenchmark}).
     */
    static final int CBLAS_LENGTH = 64;

    static {
        // Asking the factory loads the backend, which sets its own number of threads; ours has to come after that.
        Nd4j.factory().blas().setMaxThreads(1);
        LapackCheck.run();
    }

    private Blas() {}

    /**
     * Loads the natives now, so that their time (about half a second) is not counted as the first run's.
     *
     * @throws UnsatisfiedLinkError if OpenBLAS computes wrongly on this machine
     */
    public static void load() {
        description();
    }

    /** The library's name and the number of threads it uses, such as {@code OPENBLAS, 1 thread}. */
    public static String description() {
        return Nd4j.factory().blas().getBlasVendor() + ", "
                + Nd4j.factory().blas().getMaxThreads() + " thread";
    }
}
