package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads a {@link Kind.Variant}: {@code armijo}, or {@code {type: armijo, sufficient_decrease: 1e-4}}. */
public final class ChoiceReader {
    private final Diagnostics diagnostics;

    public ChoiceReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The choice under a key; empty, and recorded, if it is none or one of its options is wrong. */
    public Optional<Choice> read(Kind.Variant variant, Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            return options(variant, mapping, entry.key().span());
        }
        String expected = "one of " + Wording.list(variant.names()) + ", or a mapping with a type";
        return new Nodes(diagnostics)
                .scalar(entry.name(), expected, entry.value())
                .flatMap(scalar -> byName(variant, entry.name(), scalar));
    }

    private Optional<Choice> byName(Kind.Variant variant, String label, Scalar scalar) {
        try {
            return Optional.of(Choice.byName(variant, scalar.text()));
        } catch (IllegalArgumentException e) {
            diagnostics.add(scalar.span(), label + " " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Choice> options(Kind.Variant variant, Mapping mapping, Span anchor) {
        Optional<Entry> type = mapping.entries().stream()
                .filter(entry -> entry.name().equals(Mapping.TYPE))
                .findFirst();
        if (type.isEmpty()) {
            missingType(variant, mapping, anchor);
            return Optional.empty();
        }
        return new Nodes(diagnostics)
                .scalar(Mapping.TYPE, "a word", type.get().value())
                .flatMap(scalar -> section(variant, scalar))
                .map(section -> choice(section, mapping, anchor));
    }

    private Choice choice(Section section, Mapping mapping, Span anchor) {
        List<Entry> options = mapping.entries().stream()
                .filter(entry -> !entry.name().equals(Mapping.TYPE))
                .toList();
        Fields fields = Fields.read(diagnostics, section, options, anchor);
        return new Choice(section.name(), fields.values());
    }

    private Optional<Section> section(Kind.Variant variant, Scalar scalar) {
        Optional<Section> section = variant.find(scalar.text());
        if (section.isEmpty()) {
            diagnostics.add(scalar.span(), Mapping.TYPE + " " + variant.unknown(scalar.text()));
        }
        return section;
    }

    /** Without a type nothing can be said of the options, except that one of them looks like a misspelt type. */
    private void missingType(Kind.Variant variant, Mapping mapping, Span anchor) {
        for (Entry entry : mapping.entries()) {
            if (Wording.closest(entry.name(), List.of(Mapping.TYPE)).isPresent()) {
                diagnostics.add(entry.key().span(), Wording.unknown("key", entry.name(), List.of(Mapping.TYPE)));
                return;
            }
        }
        diagnostics.add(anchor, "missing key 'type'; it must be one of " + Wording.list(variant.names()));
    }
}
