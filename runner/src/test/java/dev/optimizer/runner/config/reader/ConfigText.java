package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.reader.RandomConfig.Items;
import dev.optimizer.runner.config.reader.RandomConfig.Mapping;
import dev.optimizer.runner.config.reader.RandomConfig.Pair;
import dev.optimizer.runner.config.reader.RandomConfig.Text;
import java.util.ArrayList;
import java.util.List;

/** A random config as YAML, a key a line, and where each key stands; one of them may be written wrongly. */
final class ConfigText {
    /** A key on its line, with the line of the mapping that it is in, both from 1. */
    record Place(Pair pair, int line, int parent) {}

    /** How one key is written wrongly. */
    enum Damage {
        MISSPELT,
        WRONG_TYPE,
        OUT_OF_RANGE,
        REMOVED,
        DUPLICATED
    }

    private final List<String> lines = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Pair damaged;
    private final String replacement;
    private final Damage damage;

    private ConfigText(Pair damaged, Damage damage, String replacement) {
        this.damaged = damaged;
        this.damage = damage;
        this.replacement = replacement;
    }

    static ConfigText of(Mapping config) {
        return damaged(config, null, null, "");
    }

    /** @param replacement the name or the value that is written in place of the right one */
    static ConfigText damaged(Mapping config, Pair pair, Damage damage, String replacement) {
        ConfigText text = new ConfigText(pair, damage, replacement);
        text.mapping(config, "", "", 1);
        return text;
    }

    List<Place> places() {
        return places;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    private void mapping(Mapping mapping, String first, String indent, int parent) {
        String lead = first;
        for (Pair pair : mapping.pairs()) {
            if (pair == damaged && damage == Damage.REMOVED) {
                continue;
            }
            pair(pair, lead, indent, parent);
            lead = indent;
            if (pair == damaged && damage == Damage.DUPLICATED) {
                pair(pair, lead, indent, parent);
            }
        }
    }

    /** Whether nothing of it will be written. */
    private boolean isEmpty(Mapping mapping) {
        return mapping.pairs().stream().allMatch(pair -> pair == damaged && damage == Damage.REMOVED);
    }

    private void pair(Pair pair, String lead, String indent, int parent) {
        boolean wrong = pair == damaged;
        String name = wrong && damage == Damage.MISSPELT ? replacement : pair.name();
        int line = lines.size() + 1;
        places.add(new Place(pair, line, parent));
        if (wrong && (damage == Damage.WRONG_TYPE || damage == Damage.OUT_OF_RANGE)) {
            lines.add(lead + name + ": " + replacement);
        } else if (pair.value() instanceof Text text) {
            lines.add(lead + name + ": " + text.text());
        } else if (pair.value() instanceof Mapping mapping && isEmpty(mapping)) {
            lines.add(lead + name + ": {}");
        } else if (pair.value() instanceof Mapping mapping) {
            lines.add(lead + name + ":");
            String deeper = indent + "  ";
            mapping(mapping, deeper, deeper, line);
        } else if (pair.value() instanceof Items items) {
            lines.add(lead + name + ":");
            for (Mapping item : items.items()) {
                mapping(item, indent + "  - ", indent + "    ", lines.size() + 1);
            }
        }
    }
}
