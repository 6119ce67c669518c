package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Cursor;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.linalg.Vector;

/** Finds the largest of what is contributed to each element, and the iteration that contributes it first. */
final class LargestStep implements Step {
    private static final double NONE = -1;

    private final Domain domain;
    private final Cursor cursor;
    private final int block;
    private final Gather source;
    private final Access to;
    private final double[] entries;
    private final int[] positions;
    private final Vector values;
    private final Vector numbers;

    LargestStep(Domain domain, Gather source, Access to, int block, Vector values, Vector numbers) {
        this.domain = domain;
        this.cursor = new Cursor(domain, block);
        this.block = block;
        this.source = source;
        this.to = to;
        this.entries = new double[block];
        this.positions = new int[block];
        this.values = values;
        this.numbers = numbers;
    }

    @Override
    public void run() {
        values.fill(Double.NEGATIVE_INFINITY);
        numbers.fill(NONE);
        cursor.restart();
        for (int start = 0; start < domain.count(); start += block) {
            int n = Math.min(block, domain.count() - start);
            cursor.advance(n);
            source.load(cursor, start, n, entries);
            to.positions(cursor, start, n, positions);
            for (int k = 0; k < n; k++) {
                compare(positions[k], entries[k], start + k);
            }
        }
    }

    private void compare(int element, double entry, int number) {
        double largest = values.get(element);
        boolean larger = entry > largest || Double.isNaN(entry) && !Double.isNaN(largest);
        if (larger || numbers.get(element) == NONE) {
            values.set(element, entry);
            numbers.set(element, number);
        }
    }
}
