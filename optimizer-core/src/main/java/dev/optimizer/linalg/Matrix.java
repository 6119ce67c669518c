package dev.optimizer.linalg;

import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A dense square matrix of doubles, rows one after the other, in the memory of an {@link INDArray}. */
public final class Matrix implements SymmetricMatrix<Matrix> {
    private final INDArray array;
    private final DoublePointer pointer;
    private final long address;
    private final int n;

    private Matrix(INDArray array) {
        this.array = array;
        this.pointer = (DoublePointer) array.data().addressPointer();
        this.n = Math.toIntExact(array.size(0));
        this.address = n == 0 ? 0 : pointer.address();
    }

    /** A new n×n matrix of zeros, in memory of its own. */
    public static Matrix zeros(long n) {
        Matrix matrix = new Matrix(Nd4j.createUninitializedDetached(DataType.DOUBLE, n, n));
        NativeMemory.zero(matrix.address, n * n);
        return matrix;
    }

    /** The n×n array whose memory this is: writing to one writes to the other. */
    public INDArray array() {
        return array;
    }

    @Override
    public int size() {
        return n;
    }

    public double get(int row, int column) {
        return NativeMemory.get(place(row, column));
    }

    public void set(int row, int column, double value) {
        NativeMemory.put(place(row, column), value);
    }

    private long place(int row, int column) {
        return place((long) Objects.checkIndex(row, n) * n + Objects.checkIndex(column, n));
    }

    /** Unchecked: i is in range. */
    private long place(long i) {
        return address + i * Double.BYTES;
    }

    /** this ← other */
    public void copy(Matrix other) {
        long length = (long) n * n;
        if (length >= Blas.CBLAS_LENGTH) {
            Pointer.memcpy(pointer, other.pointer, length * Double.BYTES);
            return;
        }
        for (long i = 0; i < length; i++) {
            NativeMemory.put(place(i), NativeMemory.get(other.place(i)));
        }
    }

    /** y ← this·x, whether this is symmetric or not. x and y must not be the same vector. */
    @Override
    public void multiply(Vector x, Vector y) {
        if ((long) n * n >= Blas.CBLAS_LENGTH) {
            openblas_nolapack.cblas_dgemv(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasNoTrans,
                    n,
                    n,
                    1,
                    pointer,
                    n,
                    x.pointer(),
                    1,
                    0,
                    y.pointer(),
                    1);
            return;
        }
        for (int row = 0; row < n; row++) {
            double sum = 0;
            for (int column = 0; column < n; column++) {
                sum += get(row, column) * x.get(column);
            }
            y.set(row, sum);
        }
    }

    /** this ← scale·I, both triangles. */
    public void scaledIdentity(double scale) {
        NativeMemory.zero(address, (long) n * n);
        for (int i = 0; i < n; i++) {
            set(i, i, scale);
        }
    }

    /** this ← factor·this */
    public void scale(double factor) {
        for (long i = 0; i < (long) n * n; i++) {
            NativeMemory.put(place(i), factor * NativeMemory.get(place(i)));
        }
    }

    /**
     * y ← factor·this·x, where this is symmetric and only its lower triangle is read (BLAS {@code dsymv}).
     *
     * @param x (Input) n entries
     * @param y (Output) n entries, another vector
     */
    public void multiplySymmetric(double factor, Vector x, Vector y) {
        SymmetricLoops.require(n, x, y);
        if (n >= SymmetricLoops.CBLAS_SIZE) {
            openblas_nolapack.cblas_dsymv(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasLower,
                    n,
                    factor,
                    pointer,
                    n,
                    x.pointer(),
                    1,
                    0,
                    y.pointer(),
                    1);
        } else {
            SymmetricLoops.multiply(n, factor, address, x.address(), y.address());
        }
    }

    /**
     * this ← this + factor·(xyᵀ + yxᵀ) in the lower triangle; the upper one stays as it is (BLAS {@code dsyr2}).
     *
     * @param x (Input) n entries
     * @param y (Input) n entries
     */
    public void addSymmetric(double factor, Vector x, Vector y) {
        SymmetricLoops.require(n, x, y);
        if (n >= SymmetricLoops.CBLAS_SIZE) {
            openblas_nolapack.cblas_dsyr2(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasLower,
                    n,
                    factor,
                    x.pointer(),
                    1,
                    y.pointer(),
                    1,
                    pointer,
                    n);
        } else {
            SymmetricLoops.add(n, factor, x.address(), y.address(), address);
        }
    }

    @Override
    public double diagonal(int i) {
        return get(i, i);
    }

    @Override
    public double norm1() {
        double largest = 0;
        for (int row = 0; row < n; row++) {
            double sum = 0;
            for (int column = 0; column < n; column++) {
                sum += Math.abs(get(row, column));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    @Override
    public void units(Vector to) {
        for (int i = 0; i < n; i++) {
            double largest = Math.abs(get(i, i));
            for (int j = 0; j < n && get(i, i) == 0; j++) {
                largest = Math.max(largest, Math.abs(get(i, j)));
            }
            to.set(i, Math.sqrt(largest));
        }
    }

    @Override
    public void copyScaled(Matrix from, Vector d) {
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                double element = from.get(row, column) / d.get(row) / d.get(column);
                set(row, column, element);
                set(column, row, element);
            }
        }
    }

    @Override
    public double normMax() {
        double largest = 0;
        for (long i = 0; i < (long) n * n; i++) {
            largest = Math.max(largest, Math.abs(NativeMemory.get(place(i))));
        }
        return largest;
    }

    /** A new Java array of rows. */
    public double[][] toArray() {
        double[][] rows = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                rows[row][column] = get(row, column);
            }
        }
        return rows;
    }

    DoublePointer pointer() {
        return pointer;
    }
}
