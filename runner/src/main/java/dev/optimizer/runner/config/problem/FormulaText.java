package dev.optimizer.runner.config.problem;

import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a formula. To YAML {@code [sum(x), 1]} is a list, and to whoever writes it a vector: a list of formulas, or of
 * lists of them, is the array that it looks like.
 */
final class FormulaText {
    private final Diagnostics diagnostics;
    private final Nodes nodes;

    FormulaText(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
    }

    /** The formula as a scalar; empty, and recorded, if it is something else. */
    Optional<Scalar> read(String label, YamlNode node) {
        if (!(node instanceof Sequence list)) {
            return nodes.scalar(label, "a formula", node);
        }
        if (!isArray(label, list)) {
            return Optional.empty();
        }
        String written = diagnostics.source(list.span()).text(list.span());
        // As it was written it need not be put together again, and errors in it have a place. YAML may have split
        // max(x, 1) at its comma.
        boolean verbatim = isPlain(list) && written.startsWith("[") && !written.contains("#");
        return Optional.of(new Scalar(verbatim ? written : joined(list), Style.PLAIN, list.span()));
    }

    private boolean isArray(String label, Sequence list) {
        for (YamlNode item : list.items()) {
            boolean good = item instanceof Sequence row
                    ? isArray(label, row)
                    : nodes.scalar("an entry of " + label, "a formula", item).isPresent();
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(YamlNode node) {
        return node instanceof Sequence list
                ? list.items().stream().allMatch(FormulaText::isPlain)
                : node instanceof Scalar scalar && scalar.isPlain();
    }

    private static String joined(YamlNode node) {
        return node instanceof Sequence list
                ? list.items().stream().map(FormulaText::joined).collect(Collectors.joining(", ", "[", "]"))
                : ((Scalar) node).text();
    }
}
