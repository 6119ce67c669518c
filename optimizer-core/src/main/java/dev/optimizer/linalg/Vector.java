package dev.optimizer.linalg;

import static dev.optimizer.linalg.Blas.CBLAS_LENGTH;

import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A vector of doubles in the memory of an {@link INDArray}, for the inside of a loop.
 *
 * <p>Operations work in place, allocate nothing, and take vectors of one length; sums run in a fixed order. Names and
 * meanings are those of BLAS level 1.
 */
public final class Vector {
    private final INDArray array;
    private final DoublePointer pointer;
    private final long address;
    private final int length;

    static {
        Blas.load();
    }

    private Vector(INDArray array) {
        this.array = array;
        this.pointer = (DoublePointer) array.data().addressPointer();
        this.length = Math.toIntExact(array.length());
        this.address = length == 0 ? 0 : pointer.address();
    }

    /** A new vector of n zeros, in memory of its own. */
    public static Vector zeros(long n) {
        INDArray array = Nd4j.createUninitializedDetached(DataType.DOUBLE, n);
        Vector vector = new Vector(array);
        vector.fill(0);
        return vector;
    }

    /** A new vector with the elements of {@code array}, which may be a view and is not kept. */
    public static Vector copyOf(INDArray array) {
        Vector vector = zeros(array.length());
        double[] elements = new double[vector.length];
        Buffers.read(array, elements);
        Buffers.write(elements, vector.array);
        return vector;
    }

    /** A new vector with the elements of {@code values}, which are copied. */
    public static Vector of(double... values) {
        Vector vector = new Vector(Nd4j.createUninitializedDetached(DataType.DOUBLE, values.length));
        Buffers.write(values, vector.array);
        return vector;
    }

    /** The elements of a matrix, row by row, in the same memory: writing to one writes to the other. */
    public static Vector over(Matrix matrix) {
        return new Vector(matrix.array());
    }

    /** The array whose memory this is: writing to one writes to the other. */
    public INDArray array() {
        return array;
    }

    public int length() {
        return length;
    }

    public double get(int i) {
        return read(Objects.checkIndex(i, length));
    }

    public void set(int i, double value) {
        write(Objects.checkIndex(i, length), value);
    }

    /** Unchecked: i is in range. */
    private double read(int i) {
        return NativeMemory.get(address + (long) i * Double.BYTES);
    }

    private void write(int i, double value) {
        NativeMemory.put(address + (long) i * Double.BYTES, value);
    }

    private void requireLengthOf(Vector other) {
        if (other.length != length) {
            throw new IllegalArgumentException("vectors of " + length + " and " + other.length + " elements");
        }
    }

    /** this ← (value, …, value) */
    public void fill(double value) {
        for (int i = 0; i < length; i++) {
            write(i, value);
        }
    }

    /**
     * this ← pseudo-random numbers from [−½, ½), the same each time: a vector that no eigenvector is likely to be orthogonal to, to
     * begin the processes with that look for them.
     *
     * <p>By SplitMix64 (Steele, Lea, Flood 2014, OOPSLA, figure 16), written out because a generator would be an object.
     */
    public void fillRandom() {
        for (int i = 0; i < length; i++) {
            long z = (i + 1) * 0x9e3779b97f4a7c15L;
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            write(i, ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53 - 0.5);
        }
    }

    /** this ← other */
    public void copy(Vector other) {
        requireLengthOf(other);
        if (length >= CBLAS_LENGTH) {
            Pointer.memcpy(pointer, other.pointer, (long) length * Double.BYTES);
            return;
        }
        for (int i = 0; i < length; i++) {
            write(i, other.read(i));
        }
    }

    /** this ← a − b */
    public void difference(Vector a, Vector b) {
        requireLengthOf(a);
        requireLengthOf(b);
        if (length >= CBLAS_LENGTH) {
            copy(a);
            axpy(-1, b);
            return;
        }
        for (int i = 0; i < length; i++) {
            write(i, a.read(i) - b.read(i));
        }
    }

    /** this ← a + factor·b */
    public void sum(Vector a, double factor, Vector b) {
        requireLengthOf(a);
        requireLengthOf(b);
        if (length >= CBLAS_LENGTH) {
            copy(a);
            axpy(factor, b);
            return;
        }
        for (int i = 0; i < length; i++) {
            write(i, a.read(i) + factor * b.read(i));
        }
    }

    /** this ← factor·this */
    public void scale(double factor) {
        for (int i = 0; i < length; i++) {
            write(i, factor * read(i));
        }
    }

    /** this ← this + factor·other */
    public void axpy(double factor, Vector other) {
        requireLengthOf(other);
        if (length >= CBLAS_LENGTH) {
            openblas_nolapack.cblas_daxpy(length, factor, other.pointer, 1, pointer, 1);
            return;
        }
        for (int i = 0; i < length; i++) {
            write(i, read(i) + factor * other.read(i));
        }
    }

    /** The scalar product of this and other. */
    public double dot(Vector other) {
        requireLengthOf(other);
        if (length >= CBLAS_LENGTH) {
            return openblas_nolapack.cblas_ddot(length, pointer, 1, other.pointer, 1);
        }
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += read(i) * other.read(i);
        }
        return sum;
    }

    /** The Euclidean norm ‖this‖₂, without overflow or underflow on the way. */
    public double norm2() {
        double largest = normInf();
        if (!(largest > 0) || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double scaled = read(i) / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /** The largest magnitude ‖this‖∞; NaN if any element is NaN. */
    public double normInf() {
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(read(i)));
        }
        return largest;
    }

    /** ‖this − other‖∞; NaN if any difference is NaN. */
    public double distanceInf(Vector other) {
        requireLengthOf(other);
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(read(i) - other.read(i)));
        }
        return largest;
    }

    /** Whether no element is NaN or infinite. */
    public boolean isFinite() {
        return Double.isFinite(normInf());
    }

    /** this ← the elements of {@code array}, which may be a view, in row-major order. */
    public void read(INDArray from) {
        if (isPlain(from)) {
            Pointer.memcpy(pointer, from.data().pointer(), (long) length * Double.BYTES);
        } else {
            Buffers.read(from, this);
        }
    }

    /** The elements of {@code to}, which may be a view, in row-major order ← this. */
    public void write(INDArray to) {
        if (isPlain(to)) {
            Pointer.memcpy(to.data().pointer(), pointer, (long) length * Double.BYTES);
        } else {
            Buffers.write(this, to);
        }
    }

    /**
     * Whether the elements lie one after the other from the beginning of their buffer, and there are enough of them for a
     * call to pay. A view further on would need a pointer of its own, which is an object.
     */
    private boolean isPlain(INDArray other) {
        return length >= CBLAS_LENGTH
                && other.rank() == 1
                && other.stride(0) == 1
                && other.data().offset() == 0;
    }

    /** to[k] ← this[from + k] for the first n entries. */
    public void get(int from, double[] to, int n) {
        for (int k = 0; k < n; k++) {
            to[k] = get(from + k);
        }
    }

    /** this[from + k] ← values[k] for the first n entries. */
    public void put(int from, double[] values, int n) {
        for (int k = 0; k < n; k++) {
            set(from + k, values[k]);
        }
    }

    /** A new Java array with the elements. */
    public double[] toArray() {
        double[] copy = new double[length];
        Buffers.read(array, copy);
        return copy;
    }

    /** Where the first element lies, 0 if there is none. The vector must be kept alive as long as the address is in use. */
    public long address() {
        return address;
    }

    DoublePointer pointer() {
        return pointer;
    }
}
