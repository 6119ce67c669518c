package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Function;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the columns of a point are called, the same in {@code runs.csv} and in the traces. */
final class PointColumns {
    /** Points of more entries are not written into {@code runs.csv}: no program reads a table so wide. */
    static final int MOST_ENTRIES = 1_000;

    private static final Set<String> TAKEN = taken();

    private PointColumns() {}

    /** The names of all entries: {@code x}, {@code w_1}, {@code U_1_1}. */
    static List<String> names(Function function) {
        return function.entryNames().stream().map(PointColumns::name).toList();
    }

    /** The entries that {@code runs.csv} has columns for: all, or none if there are too many. */
    static List<String> finalPoint(Function function) {
        return function.dimension() <= MOST_ENTRIES ? names(function) : List.of();
    }

    /**
     * The entry's own name, with an underscore behind it where either file has a column of that name. Names that look like
     * such a one, {@code value_}, get another, so that no two entries ever share a column.
     */
    private static String name(String entry) {
        return TAKEN.contains(entry.replaceFirst("_+$", "")) ? entry + "_" : entry;
    }

    private static Set<String> taken() {
        Set<String> names = new HashSet<>(RunsCsv.COLUMNS);
        names.addAll(TraceCsv.COLUMNS);
        return names;
    }
}
