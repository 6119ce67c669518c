package dev.optimizer.formula;

/**
 * A subscript that is read from data: the {@code k[i]} in {@code x[k[i]]}. All numbers of such data are whole.
 *
 * @param table a vector, or a matrix
 * @param row where in the table, counted from 1
 * @param column likewise; 1 for a vector
 */
public record Lookup(Data table, Subscript row, Subscript column) implements Subscript {
    /**
     * {@inheritDoc} Outside of the table it is the nearest number. The parser sees to it that no body of a loop is run there,
     * but what is computed ahead of a loop may be asked for where that loop then turns out to be empty.
     */
    @Override
    public long value(long[] indices) {
        long at = (row.value(indices) - 1) * table.shape().columns() + column.value(indices) - 1;
        long last = table.shape().size() - 1;
        return (long) table.values()[Math.toIntExact(Math.max(0, Math.min(at, last)))];
    }

    @Override
    public boolean dependsOn(int level) {
        return row.dependsOn(level) || column.dependsOn(level);
    }
}
