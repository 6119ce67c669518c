package dev.optimizer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** Measures what a piece of code allocates, on the heap and off it. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 10;

    private Allocations() {}

    /** The bytes that this thread has allocated on the heap since it began. */
    public static long heapBytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /**
     * Runs a piece of code many times, and fails if it allocates each time. What is allocated once, by the JVM or by code
     * that is compiled when that pays, is forgiven: one round of a few has to be free of it.
     */
    public static void assertNone(int times, Runnable code) {
        long heap = Long.MAX_VALUE;
        long offHeap = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && (heap >= times || offHeap > 0); round++) {
            long heapBefore = heapBytes();
            long offHeapBefore = Pointer.totalBytes();
            for (int i = 0; i < times; i++) {
                code.run();
            }
            heap = heapBytes() - heapBefore;
            offHeap = Pointer.totalBytes() - offHeapBefore;
        }
        // The measurement itself allocates some hundred bytes once; the smallest object each time would be 16 bytes.
        assertThat(heap).as("bytes on the heap").isLessThan(times);
        assertThat(offHeap).as("bytes off the heap").isLessThanOrEqualTo(0);
    }
}
