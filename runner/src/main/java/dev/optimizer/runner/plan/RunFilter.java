package dev.optimizer.runner.plan;

import dev.optimizer.formula.Suggestion;
import dev.optimizer.runner.config.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Which of the planned runs are made now.
 *
 * @param only each {@code key=value}: of one key any of the values, of all keys each
 * @param shard one part of what is left, counted through all experiments
 */
public record RunFilter(List<String> only, Optional<Shard> shard) {
    /** What selects every run. */
    public static final RunFilter ALL = new RunFilter(List.of(), Optional.empty());

    private static final List<String> KEYS = List.of("problem", "start", "solver", "repeat", "id");
    private static final int MOST_SHOWN = 20;

    public RunFilter {
        only = List.copyOf(only);
    }

    /**
     * The plans with the runs that are selected; those without any are left out.
     *
     * @throws IllegalArgumentException if a key or value is that of no run, or no run is left
     */
    public List<Plan> apply(List<Plan> plans) {
        Map<String, Set<String>> wanted = wanted(plans);
        List<List<PlannedRun>> selected = plans.stream()
                .map(plan ->
                        plan.all().stream().filter(run -> matches(run, wanted)).toList())
                .toList();
        if (selected.stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    only.isEmpty() ? "every run is excluded" : "no run is all of " + String.join(", ", only));
        }
        AtomicLong position = new AtomicLong();
        List<Plan> filtered = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            List<PlannedRun> part = selected.get(i).stream()
                    .filter(run -> shard.isEmpty() || shard.get().has(position.getAndIncrement()))
                    .toList();
            filtered.add(plans.get(i).select(part, this));
        }
        return filtered.stream().filter(plan -> !plan.runs().isEmpty()).toList();
    }

    private Map<String, Set<String>> wanted(List<Plan> plans) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (String text : only) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--only needs key=value: " + text);
            }
            String key = key(text.substring(0, equals), plans, text);
            wanted.computeIfAbsent(key, first -> new LinkedHashSet<>())
                    .add(known(key, text.substring(equals + 1), plans, text));
        }
        return wanted;
    }

    /** The options as they stand on a command line. */
    public List<String> options() {
        List<String> options =
                new ArrayList<>(only.stream().map(text -> "--only " + text).toList());
        shard.ifPresent(part -> options.add("--shard " + part));
        return options;
    }

    private static boolean matches(PlannedRun run, Map<String, Set<String>> wanted) {
        return wanted.entrySet().stream()
                .allMatch(key -> run.labels(key.getKey()).stream()
                        .anyMatch(label -> key.getValue().contains(ValueText.comparable(label))));
    }

    /** The key as runs know it. A path may be written in its long form, and that of a single problem with its name. */
    private static String key(String written, List<Plan> plans, String text) {
        Set<String> known = new LinkedHashSet<>(KEYS);
        Set<String> names = new LinkedHashSet<>();
        for (Plan plan : plans) {
            known.addAll(plan.parameters());
            plan.experiment().problems().forEach(problem -> names.add(problem.name()));
        }
        List<String> forms = new ArrayList<>(List.of(written, written.replaceFirst("^(solvers|problems)\\.", "")));
        names.stream()
                .filter(name -> written.startsWith(name + "."))
                .forEach(name -> forms.add("problem" + written.substring(name.length())));
        return forms.stream()
                .filter(known::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--only " + text + ": there is no key '" + written + "'" + nearestOrAll(written, known)));
    }

    private static String known(String key, String value, List<Plan> plans, String text) {
        Set<String> labels = new LinkedHashSet<>();
        plans.forEach(plan -> plan.all().forEach(run -> labels.addAll(run.labels(key))));
        String wanted = ValueText.comparable(value);
        if (labels.stream().map(ValueText::comparable).noneMatch(wanted::equals)) {
            throw new IllegalArgumentException(
                    "--only " + text + ": no run has this " + key + nearestOrAll(value, labels));
        }
        return wanted;
    }

    private static String nearestOrAll(String wrong, Set<String> known) {
        String all = known.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        String more = known.size() > MOST_SHOWN ? " and " + (known.size() - MOST_SHOWN) + " more" : "";
        boolean few = known.size() <= 1_000;
        return (few ? Suggestion.closest(wrong, known) : Optional.<String>empty())
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("; there are " + all + more);
    }
}
