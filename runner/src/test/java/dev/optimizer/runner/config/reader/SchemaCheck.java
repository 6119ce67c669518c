package dev.optimizer.runner.config.reader;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Sources;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import dev.optimizer.runner.config.yaml.YamlParser;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.schema.JsonSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema at work, as in an editor: YAML becomes what YAML 1.2 says that it is, and that is checked. */
final class SchemaCheck {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** YAML 1.2.2, section 10.3.2. */
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");

    private final Schema schema;

    SchemaCheck(Section config) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(text(config), com.networknt.schema.InputFormat.JSON);
    }

    static String text(Section config) {
        StringWriter text = new StringWriter();
        try (Json json = new Json(text)) {
            json.tree(JsonSchema.of(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What the schema has against a config; empty if the text is not even a tree. */
    Optional<List<String>> complaints(String yaml) {
        try {
            Sources sources = new Sources();
            JsonNode tree = json(YamlParser.parse(new Diagnostics(sources), sources.add(Configs.FILE, yaml)));
            return Optional.of(
                    schema.validate(tree).stream().map(Object::toString).toList());
        } catch (InvalidConfigException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = NODES.objectNode();
            for (Entry entry : mapping.entries()) {
                object.set(entry.name(), json(entry.value()));
            }
            return object;
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return json((Scalar) node);
    }

    private static JsonNode json(Scalar scalar) {
        String text = scalar.text();
        if (scalar.isMissing()) {
            return NODES.nullNode();
        } else if (!scalar.isPlain()) {
            return NODES.stringNode(text);
        } else if (TRUTH.matcher(text).matches()) {
            return NODES.booleanNode(text.toLowerCase(java.util.Locale.ROOT).equals("true"));
        } else if (WHOLE.matcher(text).matches()) {
            return NODES.numberNode(new BigInteger(text));
        } else if (NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
            return NODES.numberNode(Double.parseDouble(text));
        }
        return NODES.stringNode(text);
    }
}
