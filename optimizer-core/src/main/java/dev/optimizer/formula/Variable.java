package dev.optimizer.formula;

/**
 * A variable of a formula and its place in the vector x of all entries.
 *
 * @param shape the entries of a matrix stand row by row
 * @param offset the place in x of the first entry, from 0
 */
public record Variable(String name, Shape shape, long offset) {
    /**
     * The name of one entry, with indices from 1: {@code x} for a scalar, {@code w_1}, {@code U_1_2}.
     *
     * @param entry its place within this variable, from 0
     */
    public String entryName(long entry) {
        return switch (shape.rank()) {
            case 0 -> name;
            case 1 -> name + "_" + (entry + 1);
            default -> name + "_" + (entry / shape.columns() + 1) + "_" + (entry % shape.columns() + 1);
        };
    }
}
