package dev.optimizer.linalg;

import java.util.Arrays;

/**
 * A symmetric matrix by those elements that can differ from zero, of which the lower triangle is held row by row (compressed
 * sparse rows): row i has the elements from {@code rowStarts[i]} to before {@code rowStarts[i+1]}, columns ascending.
 */
public final class SparseMatrix implements SymmetricMatrix<SparseMatrix> {
    private final int[] rowStarts;
    private final int[] columns;
    private final Vector values;
    private final Vector sums;

    /**
     * A matrix of zeros.
     *
     * @param rowStarts n + 1 positions in {@code columns}. Kept, not modified.
     * @param columns the column of each element, at most its row. Kept, not modified.
     */
    public SparseMatrix(int[] rowStarts, int[] columns) {
        this.rowStarts = rowStarts;
        this.columns = columns;
        this.values = Vector.zeros(columns.length);
        this.sums = Vector.zeros(rowStarts.length - 1);
    }

    /** A matrix of zeros with the same pattern. */
    public SparseMatrix zerosLike() {
        return new SparseMatrix(rowStarts, columns);
    }

    /** Whether the elements that can differ from zero are the same. */
    public boolean hasPatternOf(SparseMatrix other) {
        return Arrays.equals(rowStarts, other.rowStarts) && Arrays.equals(columns, other.columns);
    }

    @Override
    public int size() {
        return rowStarts.length - 1;
    }

    /** The elements of the lower triangle, row by row: writing to them changes the matrix. */
    public Vector values() {
        return values;
    }

    @Override
    public double diagonal(int i) {
        int last = rowStarts[i + 1] - 1;
        return last >= rowStarts[i] && columns[last] == i ? values.get(last) : 0;
    }

    @Override
    public double normMax() {
        return values.normInf();
    }

    @Override
    public double norm1() {
        sums.fill(0);
        for (int row = 0; row < size(); row++) {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                double magnitude = Math.abs(values.get(k));
                sums.set(row, sums.get(row) + magnitude);
                if (columns[k] != row) {
                    sums.set(columns[k], sums.get(columns[k]) + magnitude);
                }
            }
        }
        return sums.normInf();
    }

    @Override
    public void units(Vector to) {
        for (int i = 0; i < size(); i++) {
            to.set(i, Math.abs(diagonal(i)));
        }
        for (int row = 0; row < size(); row++) {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                double magnitude = Math.abs(values.get(k));
                enlarge(to, row, magnitude);
                enlarge(to, columns[k], magnitude);
            }
        }
        for (int i = 0; i < size(); i++) {
            to.set(i, Math.sqrt(to.get(i)));
        }
    }

    private void enlarge(Vector to, int i, double magnitude) {
        if (diagonal(i) == 0) {
            to.set(i, Math.max(to.get(i), magnitude));
        }
    }

    @Override
    public void copyScaled(SparseMatrix from, Vector d) {
        for (int row = 0; row < size(); row++) {
            double unit = d.get(row);
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                values.set(k, from.values.get(k) / unit / d.get(columns[k]));
            }
        }
    }

    @Override
    public void multiply(Vector v, Vector av) {
        for (int row = 0; row < size(); row++) {
            double sum = 0;
            double own = v.get(row);
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                int column = columns[k];
                double value = values.get(k);
                sum += value * v.get(column);
                if (column != row) {
                    av.set(column, av.get(column) + value * own);
                }
            }
            // Nothing has been added to this element yet: those to the left of it come in its own row.
            av.set(row, sum);
        }
    }

    int[] rowStarts() {
        return rowStarts;
    }

    int[] columns() {
        return columns;
    }

    /** For each row the columns of all its elements but the diagonal one, in both triangles. */
    int[][] neighbours() {
        int[] degrees = new int[size()];
        forEachOffDiagonal((row, column) -> {
            degrees[row]++;
            degrees[column]++;
        });
        int[][] neighbours = new int[size()][];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] = new int[degrees[i]];
        }
        Arrays.fill(degrees, 0);
        forEachOffDiagonal((row, column) -> {
            neighbours[row][degrees[row]++] = column;
            neighbours[column][degrees[column]++] = row;
        });
        return neighbours;
    }

    /** What is done with the place of an element. */
    private interface Place {
        void visit(int row, int column);
    }

    private void forEachOffDiagonal(Place place) {
        for (int row = 0; row < size(); row++) {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                if (columns[k] != row) {
                    place.visit(row, columns[k]);
                }
            }
        }
    }
}
