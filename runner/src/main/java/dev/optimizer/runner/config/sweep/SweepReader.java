package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.ValueText;
import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Address;
import dev.optimizer.runner.config.tree.AddressReader;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the axes of a sweep. */
public final class SweepReader {
    private final Diagnostics diagnostics;
    private final Nodes nodes;
    private final AddressReader addresses;
    private final List<AxisDraft> axes = new ArrayList<>();

    public SweepReader(Diagnostics diagnostics, AddressReader addresses) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        this.addresses = addresses;
    }

    /** The axes of the grid, then those of the zip, in order; those that are wrong are left out. */
    public List<AxisDraft> read(Fields sweep) {
        for (Entry path : named(sweep.entry("grid"), "a mapping of paths to lists of values")) {
            path(path)
                    .filter(this::isNew)
                    .ifPresent(swept -> add(swept.address().name(), List.of(swept)));
        }
        for (Entry zip : named(sweep.entry("zip"), "a mapping of names to paths with lists of values")) {
            zip(zip);
        }
        return axes;
    }

    private List<Entry> named(Optional<Entry> entry, String expected) {
        List<Entry> entries = entry.flatMap(all -> nodes.mapping(all.name(), expected, all.value()))
                .map(Mapping::entries)
                .orElse(List.of());
        boolean empty = entry.isPresent() && entry.get().value() instanceof Mapping && entries.isEmpty();
        if (empty) {
            diagnostics.add(entry.get().key().span(), entry.get().name() + " is empty; remove it");
        }
        return entries;
    }

    private void zip(Entry zip) {
        List<SweptPath> paths = new ArrayList<>();
        for (Entry entry : named(Optional.of(zip), "a mapping of paths to lists of values")) {
            Optional<SweptPath> path = path(entry);
            if (path.isPresent() && isNew(path.get(), paths) && isAsLong(zip, path.get(), paths)) {
                paths.add(path.get());
            }
        }
        if (!paths.isEmpty()) {
            add(zip.name(), paths);
        }
    }

    private void add(String name, List<SweptPath> paths) {
        AxisDraft axis = new AxisDraft(name, paths);
        refuseDuplicates(axis);
        axes.add(axis);
    }

    private Optional<SweptPath> path(Entry entry) {
        Optional<Sequence> list = nodes.sequence(entry.name(), "a list of values", entry.value());
        Optional<Address> address = addresses.read(entry.key());
        if (list.isPresent() && list.get().items().isEmpty()) {
            diagnostics.add(entry.value().span(), entry.name() + " has no values; give at least one");
            return Optional.empty();
        }
        if (address.isPresent() && !address.get().part().canBeSwept()) {
            diagnostics.add(
                    entry.key().span(),
                    Wording.quote(entry.name())
                            + " cannot be swept; an axis leads into a solver, a problem, stop or seed");
            return Optional.empty();
        }
        return address.flatMap(found -> list.map(values -> new SweptPath(found, values.items())));
    }

    private boolean isAsLong(Entry zip, SweptPath path, List<SweptPath> others) {
        if (others.isEmpty() || others.get(0).values().size() == path.values().size()) {
            return true;
        }
        SweptPath first = others.get(0);
        diagnostics.add(
                path.address().span(),
                "the lists of " + Wording.quote(zip.name()) + " must be equally long: "
                        + path.address().name() + " has " + count(path) + ", "
                        + first.address().name() + " " + first.values().size());
        return false;
    }

    private static String count(SweptPath path) {
        return path.values().size() + (path.values().size() == 1 ? " value" : " values");
    }

    private boolean isNew(SweptPath path) {
        return isNew(path, List.of());
    }

    /** Two axes that both decide one value contradict each other. */
    private boolean isNew(SweptPath path, List<SweptPath> beside) {
        List<SweptPath> known = new ArrayList<>(beside);
        axes.forEach(axis -> known.addAll(axis.paths()));
        for (SweptPath other : known) {
            Address mine = path.address();
            Address others = other.address();
            if (mine.contains(others) && others.contains(mine)) {
                diagnostics.add(mine.span(), Wording.quote(mine.name()) + " is swept twice; remove one");
                return false;
            } else if (mine.contains(others) || others.contains(mine)) {
                diagnostics.add(
                        mine.span(),
                        Wording.quote(mine.name()) + " and " + Wording.quote(others.name())
                                + " are swept, and one is a part of the other; remove one");
                return false;
            }
        }
        return true;
    }

    private void refuseDuplicates(AxisDraft axis) {
        Map<List<String>, Integer> seen = new HashMap<>();
        for (int i = 0; i < axis.size(); i++) {
            int number = i;
            List<String> values = axis.paths().stream()
                    .map(path -> ValueText.comparable(path.values().get(number).inline()))
                    .toList();
            Integer first = seen.putIfAbsent(values, i);
            if (first != null) {
                YamlNode value = axis.paths().get(0).values().get(i);
                diagnostics.add(
                        value.span(),
                        "value " + (i + 1) + " of " + axis.name() + " is value " + (first + 1) + " again");
            }
        }
    }
}
