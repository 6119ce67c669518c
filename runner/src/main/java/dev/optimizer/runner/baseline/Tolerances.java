package dev.optimizer.runner.baseline;

import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.Tolerance;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.ResultTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which cells of a row are compared with a baseline, and how far each may be from it. */
final class Tolerances {
    /** Words have no distance. */
    private static final Set<String> WORDS = Set.of("status", "stop_reason", "point");

    /** As in the traces: the entries of longer points say nothing to anybody. */
    private static final int MOST_ENTRIES = 10;

    private final Map<String, Tolerance> figures = new HashMap<>();
    private final Tolerance entries;

    /** @param given by the config; the others are as declared */
    Tolerances(Map<BaselineColumn, Tolerance> given) {
        for (BaselineColumn column : BaselineColumn.values()) {
            figures.put(column.word(), given.getOrDefault(column, column.tolerance()));
        }
        entries = figures.remove(BaselineColumn.AT.word());
    }

    static boolean isWord(String column) {
        return WORDS.contains(column);
    }

    /** The columns of a table that are compared. */
    Columns columns(ResultTable table) {
        List<String> always = table.columns().stream()
                .filter(column -> isWord(column)
                        || figures.containsKey(column) && figures.get(column).isJudged())
                .toList();
        return new Columns(always, entries.isJudged() ? table.pointColumns() : List.of());
    }

    /**
     * What is compared of the rows of a table.
     *
     * @param always in every row
     * @param point the entries of final points; in each row its own, if they are few
     */
    record Columns(List<String> always, List<String> point) {
        List<String> of(Row row) {
            List<String> own =
                    point.stream().filter(column -> !row.text(column).isEmpty()).toList();
            List<String> judged = new ArrayList<>(always);
            judged.addAll(own.size() <= MOST_ENTRIES ? own : List.of());
            return judged;
        }
    }

    /** How far a number may be from its baseline; every column that is no other is an entry of the final point. */
    Tolerance of(String column) {
        return figures.getOrDefault(column, entries);
    }
}
