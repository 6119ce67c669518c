package dev.optimizer.runner.config;

import dev.optimizer.runner.config.Address.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An axis of a sweep as far as it could be read: one path of the grid, or paths whose values go together.
 *
 * @param name the path, or the name of the zip
 * @param paths at least one, all with the same number of values
 */
record AxisDraft(String name, List<SweptPath> paths) {
    AxisDraft {
        paths = List.copyOf(paths);
    }

    /** A path with its values, at least one. */
    record SweptPath(Address address, List<YamlNode> values) {
        SweptPath {
            values = List.copyOf(values);
        }

        List<String> texts() {
            return values.stream().map(YamlNode::inline).toList();
        }
    }

    int size() {
        return paths.get(0).values().size();
    }

    boolean touches(Part part) {
        return paths.stream().anyMatch(path -> path.address().part().equals(part));
    }

    /** The paths that lead into a part of the config. */
    List<SweptPath> into(Part part) {
        return paths.stream().filter(path -> path.address().part().equals(part)).toList();
    }

    Axis finished() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        paths.forEach(path -> values.put(path.address().name(), path.texts()));
        return new Axis(name, values);
    }
}
