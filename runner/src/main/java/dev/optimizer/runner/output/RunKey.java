package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.RecordConfig;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the outcome and the trace of a run depend on, as fields of a journal's entry. Those that name the run are called as in
 * {@code runs.csv}; the others tell whether it is the same.
 *
 * @param fields by name
 */
record RunKey(Map<String, String> fields) {
    /** What must be the same for an outcome to be used again, and how a change of it is told. */
    static final Map<String, String> DECIDING = deciding();

    /** The fields that every run has. */
    static final List<String> REQUIRED = List.of("id", "problem", "start", "solver", "repeat");

    private static Map<String, String> deciding() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("is_problem", "the problem");
        parts.put("is_start", "the start");
        parts.put("is_solver", "the solver's options");
        parts.put("is_stop", "the stopping rules");
        parts.put("is_recorded", "what is recorded, or the known optimum,");
        parts.put("program", "the program");
        return parts;
    }

    /** @param program which program makes the run */
    static RunKey of(PlannedRun run, RecordConfig record, String program) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", run.id());
        fields.put("problem", run.problem().name());
        fields.put("start", run.start().name());
        fields.put("solver", run.solver().name());
        run.parameters().forEach((path, value) -> fields.put("p_" + path, value));
        fields.put("repeat", Integer.toString(run.repeat()));
        fields.put("is_problem", run.identity().problem());
        fields.put("is_start", run.identity().start());
        fields.put("is_solver", run.identity().solver());
        fields.put("is_stop", run.identity().stop());
        // The trace has gaps, which the optimum decides, too.
        fields.put("is_recorded", record + " " + run.problem().optimum().map(Optimum::value));
        fields.put("program", program);
        return new RunKey(fields);
    }

    /** What the run is called in words, whatever it consists of. */
    static List<String> names(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("id"))
                .filter(field ->
                        REQUIRED.contains(field.getKey()) || field.getKey().startsWith("p_"))
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
