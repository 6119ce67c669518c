package dev.optimizer.formula;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The names of the entries of x, each made when it is asked for: there may be millions. */
final class EntryNames extends AbstractList<String> implements RandomAccess {
    private final List<Variable> variables;
    private final int size;

    EntryNames(List<Variable> variables, long size) {
        this.variables = variables;
        this.size = Math.toIntExact(size);
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        Variable variable = variables.get(variableAt(index));
        return variable.entryName(index - variable.offset());
    }

    @Override
    public int size() {
        return size;
    }

    /** Binary search for the last variable that begins at this entry or before it. */
    private int variableAt(int entry) {
        int low = 0;
        int high = variables.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (variables.get(middle).offset() <= entry) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
