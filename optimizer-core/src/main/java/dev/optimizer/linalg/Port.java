package dev.optimizer.linalg;

import org.bytedeco.javacpp.indexer.Indexer;
import org.nd4j.linalg.api.buffer.BaseDataBuffer;
import org.nd4j.linalg.api.ndarray.BaseNDArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the arrays that a caller hands in meet code that works by address: each is checked, and copied if its elements do
 * not lie in order.
 *
 * <p>A caller who iterates hands in the same few arrays again and again: small ones are known by sight. To find the address of
 * an unknown one is a chain of five reads from memory, longer than the gradient of a small function takes. The arrays known by
 * sight are kept alive.
 */
public final class Port {
    /** For longer arrays the search for an address does not matter. */
    private static final int SMALL = 100;

    private final String name;
    private final int length;
    private final long bytes;
    /**
     * Three arrays known by sight, as many as a solver has points. In fields, for each read counts here, and their types are
     * ND4J's classes, not its interfaces: which method is called is then plain without a look at the object.
     */
    private BaseNDArray array1;

    private BaseNDArray array2;
    private BaseNDArray array3;
    private BaseDataBuffer buffer1;
    private BaseDataBuffer buffer2;
    private BaseDataBuffer buffer3;
    private Indexer indexer1;
    private Indexer indexer2;
    private Indexer indexer3;
    private long address1;
    private long address2;
    private long address3;
    /** The number of the one that was known last. */
    private int newest;
    /** Stands in for arrays that lie scattered; taken when the first of them comes. */
    private Vector copy;

    private INDArray copied;

    /**
     * For an argument.
     *
     * @param name for messages
     * @param length the number of its elements
     */
    public Port(String name, int length) {
        this.name = name;
        this.length = length;
        this.bytes = (long) Double.BYTES * length;
    }

    /**
     * The address of the elements of an array known by sight, or 0, for which {@link #read} and {@link #write} are there.
     * Calls nothing that is not inlined: what waits for the answer can stay in registers.
     *
     * @throws IllegalStateException if the array has been closed
     */
    public long known(INDArray array) {
        BaseNDArray same;
        BaseDataBuffer buffer;
        Indexer indexer;
        long address;
        if (array == array1) {
            same = array1;
            buffer = buffer1;
            indexer = indexer1;
            address = address1;
        } else if (array == array2) {
            same = array2;
            buffer = buffer2;
            indexer = indexer2;
            address = address2;
        } else if (array == array3) {
            same = array3;
            buffer = buffer3;
            indexer = indexer3;
            address = address3;
        } else {
            return 0;
        }
        // It can have been given another buffer, and its buffer other memory, which comes with another indexer.
        return same != null && same.data() == buffer && buffer.indexer() == indexer ? address : 0;
    }

    /** The same for an array that will be written to: 0 as well if it shares memory with another argument of its length. */
    public long known(INDArray array, long input) {
        long address = known(array);
        return Math.abs(address - input) < bytes ? 0 : address;
    }

    /**
     * The address of the elements, in row-major order.
     *
     * @throws IllegalArgumentException if the array does not hold doubles, or not so many
     * @throws IllegalStateException if it has been closed
     */
    public long read(INDArray from) {
        long address = address(from);
        if (address == 0) {
            copy().read(from);
            return copy.address();
        }
        return address;
    }

    /**
     * The address for the elements to come, in row-major order; {@link #finish} when they are there.
     *
     * @param input the address of another argument, with which this one may share memory
     * @param inputLength the number of its elements
     */
    public long write(INDArray to, long input, int inputLength) {
        return write(to, input, inputLength, input, inputLength);
    }

    /** The same with two other arguments. */
    public long write(INDArray to, long input, int inputLength, long second, int secondLength) {
        long address = address(to);
        if (address != 0 && isApart(address, input, inputLength) && isApart(address, second, secondLength)) {
            return address;
        }
        copied = to;
        return copy().address();
    }

    private boolean isApart(long address, long other, int otherLength) {
        return address + bytes <= other || other + (long) Double.BYTES * otherLength <= address;
    }

    /** Completes what was written. */
    public void finish() {
        if (copied != null) {
            copy.write(copied);
            copied = null;
        }
    }

    private long address(INDArray array) {
        long address = known(array);
        return address != 0 ? address : look(array);
    }

    private long look(INDArray array) {
        Buffers.require(name, array, length);
        long address = Buffers.address(array);
        // Views are not known by sight: whether what they are views of has been closed, their indexer does not tell.
        if (address != 0
                && length <= SMALL
                && array instanceof BaseNDArray known
                && known.data() instanceof BaseDataBuffer buffer
                && buffer.underlyingDataBuffer() == null) {
            learn(known, buffer, address);
        }
        return address;
    }

    private void learn(BaseNDArray array, BaseDataBuffer buffer, long address) {
        newest = array == array1 ? 1 : array == array2 ? 2 : array == array3 ? 3 : newest % 3 + 1;
        switch (newest) {
            case 1 -> {
                array1 = array;
                buffer1 = buffer;
                indexer1 = buffer.indexer();
                address1 = address;
            }
            case 2 -> {
                array2 = array;
                buffer2 = buffer;
                indexer2 = buffer.indexer();
                address2 = address;
            }
            default -> {
                array3 = array;
                buffer3 = buffer;
                indexer3 = buffer.indexer();
                address3 = address;
            }
        }
    }

    private Vector copy() {
        if (copy == null) {
            copy = Vector.zeros(length);
        }
        return copy;
    }
}
