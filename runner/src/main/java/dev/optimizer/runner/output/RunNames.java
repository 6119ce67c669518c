package dev.optimizer.runner.output;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What a run is called, without the hash of what it is: the same run of another version of its config.
 *
 * @param parameters the swept parameters that it has, by column ({@code p_descent.step})
 * @param repeat as it is written
 */
public record RunNames(String problem, String start, String solver, Map<String, String> parameters, String repeat) {
    /** From the cells that are not empty, by column. */
    static RunNames of(List<String> columns, Map<String, String> cells) {
        Map<String, String> parameters = new TreeMap<>();
        for (String column : columns.subList(0, columns.indexOf("status"))) {
            if (column.startsWith("p_") && cells.containsKey(column)) {
                parameters.put(column, cells.get(column));
            }
        }
        return new RunNames(
                cells.getOrDefault("problem", ""),
                cells.getOrDefault("start", ""),
                cells.getOrDefault("solver", ""),
                parameters,
                cells.getOrDefault("repeat", ""));
    }

    /** {@code quartic left descent p_descent.step=0.01}; the repetition from the second on. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ").add(problem).add(start).add(solver);
        parameters.forEach((column, value) -> text.add(column.substring(2) + "=" + value));
        return repeat.equals("1")
                ? text.toString()
                : text.add("repeat=" + repeat).toString();
    }
}
