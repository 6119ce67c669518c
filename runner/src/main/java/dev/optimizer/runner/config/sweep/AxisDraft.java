package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.Axis;
import dev.optimizer.runner.config.tree.Address;
import dev.optimizer.runner.config.tree.Address.Part;
import dev.optimizer.runner.config.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An axis of a sweep as far as it could be read: one path of the grid, or paths whose values go together.
 *
 * @param name the path, or the name of the zip
 * @param paths at least one, all with the same number of values
 */
public record AxisDraft(String name, List<SweptPath> paths) {
    public AxisDraft {
        paths = List.copyOf(paths);
    }

    /** A path with its values, at least one. */
    public record SweptPath(Address address, List<YamlNode> values) {
        public SweptPath {
            values = List.copyOf(values);
        }

        /** The values as they are written, each on one line. */
        public List<String> texts() {
            return values.stream().map(YamlNode::inline).toList();
        }
    }

    /** How many values there are. */
    public int size() {
        return paths.get(0).values().size();
    }

    boolean touches(Part part) {
        return paths.stream().anyMatch(path -> path.address().part().equals(part));
    }

    /** The paths that lead into a part of the config. */
    List<SweptPath> into(Part part) {
        return paths.stream().filter(path -> path.address().part().equals(part)).toList();
    }

    /** The axis itself. */
    public Axis finished() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        paths.forEach(path -> values.put(path.address().name(), path.texts()));
        return new Axis(name, values);
    }
}
