package dev.optimizer.runner.report;

import dev.optimizer.runner.output.RunNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The config as the manifest has it: every part with its defaults, and one that is swept once for every variant. */
final class ResolvedConfig {
    private final JsonTree config;
    private final Map<String, Variants> parts = new HashMap<>();

    /**
     * The variant that a run is of.
     *
     * @param key names it; no other part has the same
     */
    record Part(String key, JsonTree tree) {}

    ResolvedConfig(JsonTree config) {
        this.config = config;
    }

    Part problem(RunNames run) {
        return part("problem " + run.problem(), config.get("problems").get(run.problem()), run);
    }

    Part solver(RunNames run) {
        return part("solver " + run.solver(), config.get("solvers").get(run.solver()), run);
    }

    /** Seed and stopping rules. */
    Part settings(RunNames run) {
        JsonTree several = config.get("settings");
        return part("settings", several.isMissing() ? config.only("seed", "stop") : several, run);
    }

    private Part part(String name, JsonTree tree, RunNames run) {
        if (!(tree.value() instanceof List<?>)) {
            return new Part(name, tree);
        }
        Variants variants = parts.computeIfAbsent(name, unused -> new Variants(tree.items()));
        int number = variants.of(run);
        return new Part(name + " " + number, variants.all.get(number));
    }

    /** Found by the values of the parameters that lead into the part, which are the same for all its variants. */
    private static final class Variants {
        private final List<JsonTree> all;
        private final List<String> paths;
        private final Map<Map<String, String>, Integer> numbers = new HashMap<>();

        Variants(List<JsonTree> all) {
            this.all = all;
            this.paths = all.get(0).get("parameters").names();
            for (int i = 0; i < all.size(); i++) {
                JsonTree parameters = all.get(i).get("parameters");
                Map<String, String> values = new LinkedHashMap<>();
                paths.forEach(path -> values.put(path, parameters.get(path).text()));
                numbers.putIfAbsent(values, i);
            }
        }

        /** The first for a run that no variant fits: then the table was changed by hand. */
        int of(RunNames run) {
            Map<String, String> values = new LinkedHashMap<>();
            paths.forEach(path -> values.put(path, run.parameters().getOrDefault("p_" + path, "")));
            return numbers.getOrDefault(values, 0);
        }
    }
}
