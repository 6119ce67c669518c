package dev.optimizer.objective;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Differentiates a SameDiff graph without its chatter: version 1.0.0-M2.1 writes "Added differentiated op …" to standard
 * output for each operation, past any logger, and standard output belongs to the program.
 *
 * <p>While it works, standard output drops what this thread prints and passes on what others do.
 */
final class SilentDifferentiation {
    private SilentDifferentiation() {}

    /** Makes the graph's gradient with respect to the variables. One at a time, for standard output is one. */
    static synchronized void differentiate(SameDiff graph, String... variables) {
        PrintStream out = System.out;
        PrintStream filter = new PrintStream(new OthersOnly(out), true, Charset.defaultCharset());
        System.setOut(filter);
        try {
            graph.createGradFunction(variables);
        } finally {
            if (System.out == filter) {
                System.setOut(out);
            }
        }
    }

    private static final class OthersOnly extends OutputStream {
        private final Thread silenced = Thread.currentThread();
        private final PrintStream out;

        OthersOnly(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            if (Thread.currentThread() != silenced) {
                out.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            if (Thread.currentThread() != silenced) {
                out.write(bytes, from, count);
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
