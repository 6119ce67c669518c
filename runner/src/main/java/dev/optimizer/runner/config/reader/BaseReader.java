package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.ConfigFile;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.UnreadableConfigException;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.tree.TreeEdit;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts a config and the one that it extends together. */
final class BaseReader {
    static final String EXTENDS = "extends";

    private final Diagnostics diagnostics;
    private final Section schema;
    private Optional<Path> base = Optional.empty();

    BaseReader(Diagnostics diagnostics, Section schema) {
        this.diagnostics = diagnostics;
        this.schema = schema;
    }

    /** The file that the config extends, once that has been read. */
    Optional<Path> base() {
        return base;
    }

    /**
     * The config with all that it takes over.
     *
     * @throws InvalidConfigException if there is no such file, or it is not YAML
     */
    Mapping complete(Mapping config) throws InvalidConfigException {
        Optional<Entry> entry = config.entry(EXTENDS);
        if (entry.isEmpty()) {
            return config;
        }
        Mapping own = without(config);
        Optional<Object> path = new Nodes(diagnostics)
                .value(EXTENDS, ConfigSchema.path(), entry.get().value());
        diagnostics.throwIfAny();
        Mapping inherited =
                read((String) path.orElseThrow(), entry.get().value().span());
        return (Mapping) TreeEdit.merge(Optional.of(new Kind.Nested(schema)), inherited, own);
    }

    private Mapping read(String path, Span mention) throws InvalidConfigException {
        Path file = file(path, mention);
        try {
            Mapping inherited =
                    YamlParser.parse(diagnostics, diagnostics.sources().add(file, ConfigFile.text(file)));
            base = Optional.of(file);
            inherited
                    .entry(EXTENDS)
                    .ifPresent(second -> diagnostics.add(
                            second.key().span(), "a config that is extended cannot extend another; remove it"));
            return without(inherited);
        } catch (UnreadableConfigException e) {
            throw diagnostics.fatal(mention, e.getMessage());
        }
    }

    private Path file(String path, Span mention) throws InvalidConfigException {
        try {
            Path file = diagnostics.source(mention).resolve(path);
            Path config = diagnostics.source(mention).file();
            if (Files.exists(file) && Files.exists(config) && Files.isSameFile(file, config)) {
                throw diagnostics.fatal(mention, "a config cannot extend itself");
            }
            return file;
        } catch (InvalidPathException e) {
            throw diagnostics.fatal(mention, "this is no path: " + e.getReason());
        } catch (IOException e) {
            throw diagnostics.fatal(mention, "cannot read " + path + ": " + e.getMessage());
        }
    }

    private static Mapping without(Mapping config) {
        List<Entry> others = config.entries().stream()
                .filter(entry -> !entry.name().equals(EXTENDS))
                .toList();
        return new Mapping(others, config.span());
    }
}
