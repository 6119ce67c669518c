package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.Address.Part;
import dev.optimizer.runner.config.tree.TreeEdit;
import dev.optimizer.runner.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a part of the config once for every combination of the axes that touch it, each time with other values put in. What
 * is wrong is shown at the value that makes it wrong, once.
 */
public final class VariantReader {
    private final Diagnostics diagnostics;
    private final List<AxisDraft> axes;

    public VariantReader(Diagnostics diagnostics, List<AxisDraft> axes) {
        this.diagnostics = diagnostics;
        this.axes = axes;
    }

    /** Reads a part whose errors go where they are told to. */
    public interface Reading<T> {
        T read(Diagnostics diagnostics, YamlNode node);
    }

    /** The numbers of the axes that lead into a part. */
    private List<Integer> touching(Part part) {
        List<Integer> touching = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).touches(part)) {
                touching.add(i);
            }
        }
        return touching;
    }

    /** The variants of a part, the last axis changing fastest; without an axis the part alone. */
    public <T> List<Variant<T>> read(Part part, YamlNode node, Kind kind, Reading<T> reading) {
        List<Integer> touching = touching(part);
        if (touching.isEmpty()) {
            return List.of(new Variant<>(reading.read(diagnostics, node), Map.of(), Map.of()));
        }
        List<Variant<T>> variants = new ArrayList<>();
        Blame blame = new Blame(diagnostics, axes, part);
        int[] choice = new int[touching.size()];
        do {
            Map<Integer, Integer> choices = choices(touching, choice);
            Map<String, String> parameters = new HashMap<>();
            YamlNode edited = edited(part, node, kind, choices, parameters);
            Diagnostics own = new Diagnostics(diagnostics.sources());
            variants.add(new Variant<>(reading.read(own, edited), choices, parameters));
            blame.record(choices, own);
        } while (advance(choice, touching));
        blame.report();
        return variants;
    }

    /** The part with the chosen values in it, which are noted down by their paths. */
    private YamlNode edited(
            Part part, YamlNode node, Kind kind, Map<Integer, Integer> choices, Map<String, String> parameters) {
        YamlNode edited = node;
        for (Map.Entry<Integer, Integer> chosen : choices.entrySet()) {
            for (SweptPath path : axes.get(chosen.getKey()).into(part)) {
                YamlNode value = path.values().get(chosen.getValue());
                edited = TreeEdit.put(
                        Optional.of(edited), Optional.of(kind), path.address().inside(), value);
                parameters.put(path.address().name(), value.inline());
            }
        }
        return edited;
    }

    private static Map<Integer, Integer> choices(List<Integer> touching, int[] choice) {
        Map<Integer, Integer> choices = new HashMap<>();
        for (int i = 0; i < choice.length; i++) {
            choices.put(touching.get(i), choice[i]);
        }
        return choices;
    }

    /** To the next combination; false after the last. */
    private boolean advance(int[] choice, List<Integer> touching) {
        for (int i = choice.length - 1; i >= 0; i--) {
            if (++choice[i] < axes.get(touching.get(i)).size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }
}
