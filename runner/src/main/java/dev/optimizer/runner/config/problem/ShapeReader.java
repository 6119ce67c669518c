package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Reads the shape of a variable: {@code scalar}, {@code 20}, {@code [200, 10]}. */
final class ShapeReader {
    private static final String EXPECTED = "scalar, a length such as 20, or [rows, columns]";
    private static final Kind.Whole SIZE = Kind.whole(1, Shape.MAX_SIZE);

    private final Diagnostics diagnostics;
    private final Nodes nodes;

    ShapeReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
    }

    Optional<Shape> read(Entry variable) {
        String name = variable.name();
        if (variable.value() instanceof Scalar scalar && scalar.text().equals("scalar")) {
            return Optional.of(Shape.scalar());
        }
        if (variable.value() instanceof Scalar scalar && Kind.Real.isNumber(scalar.text())) {
            return size("the length of " + name, scalar).map(Shape::vector);
        }
        if (variable.value() instanceof Sequence sizes && sizes.items().size() == 2) {
            Optional<Long> rows = size("the rows of " + name, sizes.items().get(0));
            Optional<Long> columns =
                    size("the columns of " + name, sizes.items().get(1));
            return rows.flatMap(m -> columns.map(n -> Shape.matrix(m, n)));
        }
        String given = variable.value() instanceof Scalar scalar && !scalar.isMissing()
                ? ": " + Wording.quote(scalar.text()) + Wording.nearest(scalar.text(), List.of("scalar"))
                : "";
        diagnostics.add(variable.value().span(), name + " must be " + EXPECTED + given);
        return Optional.empty();
    }

    private Optional<Long> size(String label, YamlNode node) {
        return nodes.value(label, SIZE, node).map(Long.class::cast);
    }
}
