package dev.optimizer.runner.output;

/** What the columns of a point are called, the same in {@code runs.csv} and in the traces. */
final class PointColumns {
    private PointColumns() {}

    /** The variable's own name, with an underscore behind it where either file has a column of that name. */
    static String name(String variable) {
        boolean taken = RunsCsv.COLUMNS.contains(variable) || TraceCsv.COLUMNS.contains(variable);
        return taken ? variable + "_" : variable;
    }
}
