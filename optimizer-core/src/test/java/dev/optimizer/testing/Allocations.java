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

    /**
     * Runs a piece of code many times, after a warm-up, and fails if the memory of the process grows with it; ND4J's buffers
     * are seen by no other measure. All rises are added up: a leak is not made good by the collector, which comes by when it
     * likes.
     *
     * @param limit bytes that the rises must stay below: a fraction of what the leak would come to, as the JVM grows a little
     *     on its own account
     */
    public static void assertPhysicalMemoryIsFlat(int times, long limit, Runnable code) {
        for (int i = 0; i < 20; i++) {
            code.run();
        }
        long rises = 0;
        long last = Pointer.physicalBytes();
        for (int i = 0; i < times; i++) {
            code.run();
            long now = Pointer.physicalBytes();
            rises += Math.max(0, now - last);
            last = now;
        }
        assertThat(rises).as("growth of physical memory").isLessThan(limit);
    }
}
