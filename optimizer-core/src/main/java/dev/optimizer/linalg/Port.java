package dev.optimizer.linalg;

import org.nd4j.linalg.api.buffer.DataBuffer;
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
    /** Three arrays known by sight, as many as a solver has points; in fields, for each read counts here. */
    private INDArray array1;

    private INDArray array2;
    private INDArray array3;
    private DataBuffer buffer1;
    private DataBuffer buffer2;
    private DataBuffer buffer3;
    private long address1;
    private long address2;
    private long address3;
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
    }

    /**
     * The address of the elements, in row-major order.
     *
     * @throws IllegalArgumentException if the array does not hold doubles, or not so many
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
        return address + (long) Double.BYTES * length <= other || other + (long) Double.BYTES * otherLength <= address;
    }

    /** Completes what was written. */
    public void finish() {
        if (copied != null) {
            copy.write(copied);
            copied = null;
        }
    }

    private long address(INDArray array) {
        if (array == array1 && isSame(array, buffer1)) {
            return address1;
        } else if (array == array2 && isSame(array, buffer2)) {
            return address2;
        } else if (array == array3 && isSame(array, buffer3)) {
            return address3;
        }
        return look(array);
    }

    /** Whether an array has not been given other memory, nor closed. */
    private static boolean isSame(INDArray array, DataBuffer buffer) {
        return array.data() == buffer && !buffer.wasClosed();
    }

    private long look(INDArray array) {
        Buffers.require(name, array, length);
        long address = Buffers.address(array);
        if (address != 0 && length <= SMALL) {
            array3 = array2;
            buffer3 = buffer2;
            address3 = address2;
            array2 = array1;
            buffer2 = buffer1;
            address2 = address1;
            array1 = array;
            buffer1 = array.data();
            address1 = address;
        }
        return address;
    }

    private Vector copy() {
        if (copy == null) {
            copy = Vector.zeros(length);
        }
        return copy;
    }
}
