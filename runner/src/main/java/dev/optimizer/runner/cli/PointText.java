package dev.optimizer.runner.cli;

import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.output.Numbers;
import java.util.List;
import java.util.StringJoiner;

/** A point, or a gradient, by variable: {@code x = 1, w = [0, 2, …] (20 entries), U = [[1, 0], [0, 1]]}. */
final class PointText {
    /** So many entries of a vector, of a row, and rows of a matrix are shown. */
    private static final int MOST_SHOWN = 10;

    private PointText() {}

    static String of(List<Variable> variables, List<Double> values) {
        StringJoiner text = new StringJoiner(", ");
        for (Variable variable : variables) {
            int offset = Math.toIntExact(variable.offset());
            int size = Math.toIntExact(variable.shape().size());
            text.add(variable.name() + " = " + of(variable.shape(), values.subList(offset, offset + size)));
        }
        return text.toString();
    }

    private static String of(Shape shape, List<Double> values) {
        if (shape.isScalar()) {
            return Numbers.shortest(values.get(0));
        }
        String shown = shape.isVector() ? row(values) : matrix(shape, values);
        boolean cut = shape.rows() > MOST_SHOWN || shape.columns() > MOST_SHOWN;
        return shown + (cut ? " (" + shape + ")" : "");
    }

    private static String matrix(Shape shape, List<Double> values) {
        int columns = Math.toIntExact(shape.columns());
        StringJoiner rows = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(shape.rows(), MOST_SHOWN); i++) {
            rows.add(row(values.subList(i * columns, (i + 1) * columns)));
        }
        if (shape.rows() > MOST_SHOWN) {
            rows.add("…");
        }
        return rows.toString();
    }

    private static String row(List<Double> values) {
        StringJoiner row = new StringJoiner(", ", "[", "]");
        values.stream().limit(MOST_SHOWN).map(Numbers::shortest).forEach(row::add);
        if (values.size() > MOST_SHOWN) {
            row.add("…");
        }
        return row.toString();
    }
}
