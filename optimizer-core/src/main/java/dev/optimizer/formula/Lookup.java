package dev.optimizer.formula;

/**
 * A subscript that is read from data: the {@code k[i]} in {@code x[k[i]]}. All numbers of such data are whole.
 *
 * @param table a vector, or a matrix
 * @param row where in the table, counted from 1
 * @param column likewise; 1 for a vector
 */
public record Lookup(Data table, Subscript row, Subscript column) implements Subscript {
    @Override
    public long value(long[] indices) {
        long at = (row.value(indices) - 1) * table.shape().columns() + column.value(indices) - 1;
        return (long) table.values()[Math.toIntExact(at)];
    }

    @Override
    public boolean dependsOn(int level) {
        return row.dependsOn(level) || column.dependsOn(level);
    }
}
