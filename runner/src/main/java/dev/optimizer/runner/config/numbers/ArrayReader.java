package dev.optimizer.runner.config.numbers;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads numbers that form a scalar, a vector (a list) or a matrix (a list of lists, its rows). */
public final class ArrayReader {
    private static final String FILL = "fill";

    private final Diagnostics diagnostics;
    private final ConstantReader constants;

    public ArrayReader(Diagnostics diagnostics, ConstantReader constants) {
        this.diagnostics = diagnostics;
        this.constants = constants;
    }

    /** Numbers of whatever shape they are written in. */
    public Optional<Data> read(String label, YamlNode node) {
        if (!(node instanceof Sequence list)) {
            return constants.value(label, node);
        }
        if (list.items().isEmpty()) {
            diagnostics.add(list.span(), label + " is an empty list; write at least one number");
            return Optional.empty();
        }
        return list.items().get(0) instanceof Sequence ? matrix(label, list) : vector(label, list);
    }

    /** Numbers of a given shape, row by row; {@code {fill: v}} has every shape. */
    public Optional<double[]> read(String label, YamlNode node, Shape wanted) {
        if (node instanceof Mapping mapping) {
            return fill(mapping).map(value -> filled(wanted, value));
        }
        return read(label, node)
                .filter(value -> fits(label, node, value.shape(), wanted))
                .map(Data::values);
    }

    private boolean fits(String label, YamlNode node, Shape given, Shape wanted) {
        if (given.isLike(wanted)) {
            return true;
        }
        boolean one = given.isScalar() && !wanted.isScalar();
        String remedy = one && node instanceof Scalar scalar
                ? "; write {fill: " + Wording.cut(scalar.text()) + "} for all entries"
                : "";
        diagnostics.add(node.span(), label + " is " + wanted.inWords() + ", but this is " + given.inWords() + remedy);
        return false;
    }

    /** The number inside {@code {fill: v}}. */
    private Optional<Double> fill(Mapping mapping) {
        Fields fields = Fields.read(diagnostics, ConfigSchema.FILL, mapping.entries(), mapping.span());
        return fields.entry(FILL).flatMap(fill -> constants.number(FILL, fill.value()));
    }

    private static double[] filled(Shape shape, double value) {
        double[] values = new double[Math.toIntExact(shape.size())];
        Arrays.fill(values, value);
        return values;
    }

    private Optional<Data> vector(String label, Sequence list) {
        double[] values = new double[list.items().size()];
        return row(label, list, values, 0) ? Optional.of(Data.vector(values)) : Optional.empty();
    }

    private Optional<Data> matrix(String label, Sequence list) {
        int rows = list.items().size();
        int columns = ((Sequence) list.items().get(0)).items().size();
        if (columns == 0) {
            diagnostics.add(list.items().get(0).span(), label + " has an empty row; write at least one number");
            return Optional.empty();
        }
        if (!isRectangular(label, list, columns)) {
            return Optional.empty();
        }
        double[] values = new double[Math.multiplyExact(rows, columns)];
        boolean good = true;
        for (int i = 0; i < rows; i++) {
            good &= row(label, (Sequence) list.items().get(i), values, i * columns);
        }
        return good ? Optional.of(Data.matrix(rows, columns, values)) : Optional.empty();
    }

    private boolean isRectangular(String label, Sequence list, int columns) {
        for (YamlNode item : list.items()) {
            if (!(item instanceof Sequence row)) {
                diagnostics.add(item.span(), label + " is a list of rows, so every item must be a list of numbers");
                return false;
            }
            if (row.items().size() != columns) {
                String message = label + " needs rows of one length; the first has " + columns + ", this one "
                        + row.items().size();
                diagnostics.add(row.span(), message);
                return false;
            }
        }
        return true;
    }

    private boolean row(String label, Sequence row, double[] values, int offset) {
        List<YamlNode> items = row.items();
        boolean good = true;
        for (int i = 0; i < items.size(); i++) {
            Optional<Double> number = constants.number("an entry of " + label, items.get(i));
            good &= number.isPresent();
            values[offset + i] = number.orElse(Double.NaN);
        }
        return good;
    }
}
