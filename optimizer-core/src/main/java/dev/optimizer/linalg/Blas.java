package dev.optimizer.linalg;

import org.bytedeco.openblas.global.openblas;
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

    /**
     * The library, its version if it is the OpenBLAS that this program brings, the number of threads it uses, and the kernel if
     * the environment chooses one: {@code OpenBLAS 0.3.23, 1 thread, OPENBLAS_CORETYPE=Haswell}.
     */
    public static String description() {
        String vendor = String.valueOf(Nd4j.factory().blas().getBlasVendor());
        String library = vendor.equals("OPENBLAS") ? openblas.OPENBLAS_VERSION.strip() : vendor;
        String kernel = System.getenv("OPENBLAS_CORETYPE");
        return library + ", " + Nd4j.factory().blas().getMaxThreads() + " thread"
                + (kernel == null ? "" : ", OPENBLAS_CORETYPE=" + kernel);
    }
}
