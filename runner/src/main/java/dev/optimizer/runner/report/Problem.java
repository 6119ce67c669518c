package dev.optimizer.runner.report;

/**
 * What the manifest says of a problem.
 *
 * @param wanted the kind of point that is looked for, {@code minimum} or {@code maximum}
 * @param optimum the known best value; NaN if none is known
 * @param dimension the number of variables, at least 1
 */
record Problem(String wanted, double optimum, int dimension) {
    static Problem of(JsonTree problem) {
        int dimension = problem.get("starts").items().stream()
                .findFirst()
                .map(start -> start.get("entries").isMissing()
                        ? start.items().size()
                        : (int) start.get("entries").number())
                .orElse(1);
        return new Problem(
                problem.get("maximise").text().equals("true") ? "maximum" : "minimum",
                problem.get("optimum").get("value").number(),
                Math.max(1, dimension));
    }

    /** The value of f as something to be made small, whether or not a maximum is looked for. */
    double loss(double value) {
        return wanted.equals("maximum") ? -value : value;
    }
}
