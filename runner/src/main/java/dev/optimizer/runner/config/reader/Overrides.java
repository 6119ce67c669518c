package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.sweep.AxisDraft;
import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Source;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Address;
import dev.optimizer.runner.config.tree.AddressReader;
import dev.optimizer.runner.config.tree.TreeEdit;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import dev.optimizer.runner.config.yaml.YamlParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what the command line sets into a config, each {@code path=value} as if it had been written there. */
final class Overrides {
    /** What messages call the texts. */
    static final Path NAME = Path.of("--set");

    private final Diagnostics diagnostics;
    private final Section schema;
    private final Path config;
    private final List<Address> addresses = new ArrayList<>();

    /** How many there were: the place of an error says which of them it is in, as if each were a line. */
    private int texts;

    /** @param config beside which files lie that a value mentions, as if it stood there */
    Overrides(Diagnostics diagnostics, Section schema, Path config) {
        this.diagnostics = diagnostics;
        this.schema = schema;
        this.config = config;
    }

    /**
     * The config with a value.
     *
     * @param text {@code path=value}; the value is YAML
     * @throws InvalidConfigException if the value is not YAML
     */
    Mapping apply(Mapping root, String text) throws InvalidConfigException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("must be path=value: " + text);
        }
        Source source = diagnostics.sources().add(NAME, config, ++texts, text);
        YamlNode value = YamlParser.value(diagnostics, source, equals + 1);
        Span place = new Span(source.start(), source.start() + equals);
        Scalar path = new Scalar(text.substring(0, equals), Style.PLAIN, place);
        Optional<Address> address = new AddressReader(diagnostics, schema, root).read(path);
        if (address.isEmpty()) {
            return root;
        }
        if (address.get().top().equals(BaseReader.EXTENDS)) {
            diagnostics.add(place, "what a config extends is for the file to say; --set cannot");
        }
        addresses.add(address.get());
        Optional<Kind> kind = Optional.of(new Kind.Nested(schema));
        return (Mapping) TreeEdit.put(Optional.of(root), kind, address.get().keys(), value);
    }

    /** A value that is set where the sweep puts another would go unheard. */
    void refuseSwept(List<AxisDraft> axes) {
        for (Address address : addresses) {
            axes.forEach(axis -> axis.paths().stream()
                    .map(SweptPath::address)
                    .filter(swept -> swept.contains(address))
                    .forEach(swept -> refuse(address, axis, swept.name())));
        }
    }

    private void refuse(Address address, AxisDraft axis, String path) {
        String list = axis.name().equals(path) ? "sweep.grid." + path : "sweep.zip." + axis.name() + "." + path;
        diagnostics.add(
                address.span(),
                Wording.quote(path) + " is swept; select some of its values with --only, or set all of them as "
                        + list);
    }
}
