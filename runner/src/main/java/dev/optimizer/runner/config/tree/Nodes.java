package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Takes a node as what it should be, or records that it is something else. */
public final class Nodes {
    private final Diagnostics diagnostics;

    public Nodes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * A mapping.
     *
     * @param label what messages call the value: its key
     * @param expected the noun of the message, such as {@code a mapping}
     */
    public Optional<Mapping> mapping(String label, String expected, YamlNode node) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        mismatch(label, expected, node);
        return Optional.empty();
    }

    /** A list; the parameters are those of {@link #mapping}. */
    public Optional<Sequence> sequence(String label, String expected, YamlNode node) {
        if (node instanceof Sequence sequence) {
            return Optional.of(sequence);
        }
        mismatch(label, expected, node);
        return Optional.empty();
    }

    /** A scalar with something in it, whatever that is. */
    public Optional<Scalar> scalar(String label, String expected, YamlNode node) {
        if (node instanceof Scalar scalar && !scalar.isMissing()) {
            return Optional.of(scalar);
        }
        mismatch(label, expected, node);
        return Optional.empty();
    }

    /** The typed value of a scalar, as {@link Kind.Scalar#parse} gives it. */
    public Optional<Object> value(String label, Kind.Scalar kind, YamlNode node) {
        Optional<Scalar> scalar = scalar(label, kind.noun(), node);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        if (!scalar.get().isPlain() && !kind.mayBeQuoted()) {
            diagnostics.add(
                    node.span(), label + " must be " + kind.noun() + "; drop the quotes: " + Wording.quote(text));
            return Optional.empty();
        }
        try {
            return Optional.of(kind.parse(text));
        } catch (IllegalArgumentException e) {
            diagnostics.add(node.span(), label + " " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A number in the range of its kind. */
    public Optional<Double> number(String label, Kind.Real kind, YamlNode node) {
        return value(label, kind, node).map(Double.class::cast);
    }

    /**
     * The entries of a mapping whose keys are names of the user's own; at least one, or that is recorded.
     *
     * @param thing what the names are names of
     */
    public List<Entry> named(String thing, Entry entry) {
        Optional<Mapping> mapping = mapping(entry.name(), "a mapping with a name for each " + thing, entry.value());
        if (mapping.isEmpty()) {
            return List.of();
        }
        List<Entry> entries = mapping.get().entries();
        if (entries.isEmpty()) {
            diagnostics.add(entry.key().span(), entry.name() + " is empty; add a name with a " + thing);
        }
        for (Entry one : entries) {
            if (!ConfigSchema.NAME.pattern().matcher(one.name()).matches()) {
                String rule = "the name of a " + thing + " must " + ConfigSchema.NAME.rule();
                diagnostics.add(one.key().span(), rule + ": " + Wording.quote(one.name()));
            }
        }
        return entries;
    }

    private void mismatch(String label, String expected, YamlNode node) {
        if (node instanceof Scalar scalar && scalar.isMissing()) {
            diagnostics.add(node.span(), label + " needs a value: " + expected);
        } else if (node instanceof Scalar scalar) {
            diagnostics.add(
                    node.span(), label + " must be " + expected + ", not the text " + Wording.quote(scalar.text()));
        } else {
            diagnostics.add(node.span(), label + " must be " + expected + ", not " + node.kind());
        }
    }
}
