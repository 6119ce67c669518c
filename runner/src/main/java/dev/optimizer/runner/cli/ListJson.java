package dev.optimizer.runner.cli;

import dev.optimizer.formula.Formula;
import dev.optimizer.problem.Parameter;
import dev.optimizer.problem.Problem;
import dev.optimizer.runner.config.Plugin;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is built in, as trees for {@link dev.optimizer.runner.output.Json#tree}. */
final class ListJson {
    private ListJson() {}

    static Map<String, Object> of(Section section) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", section.name());
        tree.put("summary", section.summary());
        tree.put("options", section.keys().stream().map(ListJson::of).toList());
        return tree;
    }

    private static Map<String, Object> of(Key option) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", option.name());
        tree.put("type", KindText.of(option.kind()));
        option.defaultText().ifPresent(text -> tree.put("default", text));
        tree.put("required", option.required());
        tree.put("description", option.doc());
        tree.put("source", option.source());
        if (option.kind() instanceof Kind.Variant variant) {
            tree.put("choices", variant.sections().stream().map(ListJson::of).toList());
        }
        return tree;
    }

    static Map<String, Object> of(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", problem.name());
        tree.put("title", problem.title());
        tree.put("formula", problem.formula().text());
        Map<String, Object> lets = new LinkedHashMap<>();
        for (Formula.Let let : problem.formula().lets()) {
            lets.put(let.name(), let.text());
        }
        tree.put("let", lets);
        tree.put("variables", problem.formula().variables());
        tree.put("dimension", problem.formula().dimension());
        tree.put("parameters", parameters(problem.parameters()));
        tree.put("starts", problem.starts());
        List<Object> points = new ArrayList<>();
        for (Problem.StationaryPoint point : problem.stationaryPoints()) {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("kind", point.kind());
            known.put("value", point.value());
            known.put("at", point.at());
            points.add(known);
        }
        tree.put("stationary_points", points);
        List<Object> limits = new ArrayList<>();
        for (Problem.Limit limit : problem.limits()) {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("value", limit.value());
            known.put("where", limit.where());
            limits.add(known);
        }
        tree.put("limits", limits);
        tree.put("endings", problem.endings());
        tree.put("note", problem.note());
        tree.put("source", problem.source());
        return tree;
    }

    static Map<String, Object> of(Plugin plugin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", plugin.name());
        tree.put("title", plugin.provider().summary());
        tree.put("parameters", parameters(plugin.provider().parameters()));
        tree.put("jar", plugin.jar());
        tree.put("sha256", plugin.sha256());
        return tree;
    }

    private static List<Object> parameters(List<Parameter> parameters) {
        List<Object> trees = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", parameter.name());
            tree.put("default", parameter.value());
            tree.put("range", parameter.range());
            trees.add(tree);
        }
        return trees;
    }
}
