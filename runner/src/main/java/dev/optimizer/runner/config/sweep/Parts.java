package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.Address.Part;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems and solvers of a config as they are written, each a part that is read once for every variant of it. */
public final class Parts {
    private final Map<Part, Entry> problems = new LinkedHashMap<>();
    private final Map<Part, Entry> solvers = new LinkedHashMap<>();

    public Parts(Diagnostics diagnostics, Fields config) {
        Nodes nodes = new Nodes(diagnostics);
        config.entry("problem").ifPresent(entry -> problems.put(Part.PROBLEM, entry));
        config.entry("problems")
                .map(entry -> nodes.named("problem", entry))
                .ifPresent(all -> all.forEach(entry -> problems.put(new Part("problems", entry.name()), entry)));
        config.entry("solvers")
                .map(entry -> nodes.named("solver", entry))
                .ifPresent(all -> all.forEach(entry -> solvers.put(new Part("solvers", entry.name()), entry)));
    }

    /** The problems in the order of the config, each with its name and what stands under it. */
    public Map<Part, Entry> problems() {
        return problems;
    }

    /** The solvers, likewise. */
    public Map<Part, Entry> solvers() {
        return solvers;
    }

    public Set<String> solverNames() {
        return solvers.keySet().stream().map(Part::name).collect(Collectors.toSet());
    }

    /** Whether there is at least one of each. */
    public boolean arePresent() {
        return !problems.isEmpty() && !solvers.isEmpty();
    }

    /** The part that a problem was read from; the name of the single one may be anything. */
    public Part problem(String name) {
        return problems.containsKey(Part.PROBLEM) ? Part.PROBLEM : new Part("problems", name);
    }

    public Part solver(String name) {
        return new Part("solvers", name);
    }

    /** Everything that can have variants. */
    List<Part> all() {
        List<Part> all = new ArrayList<>();
        Stream.of(problems.keySet(), solvers.keySet()).forEach(all::addAll);
        all.add(Part.SETTINGS);
        return all;
    }
}
