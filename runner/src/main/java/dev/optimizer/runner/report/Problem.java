package dev.optimizer.runner.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the manifest says of a problem.
 *
 * @param wanted the kind of point that is looked for, {@code minimum} or {@code maximum}
 * @param optimum the known best value; NaN if none is known
 * @param dimension the number of variables, at least 1
 * @param random the names of the declarations that its random starts were drawn for
 */
record Problem(String wanted, double optimum, int dimension, List<String> random) {
    /** The third of the starts that {@code any: {random: {…, count: n}}} stands for is {@code any-3}. */
    private static final Pattern DRAWN = Pattern.compile("(.+)-[0-9]+");

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
                Math.max(1, dimension),
                problem.get("random_starts").items().stream()
                        .map(JsonTree::text)
                        .toList());
    }

    /** Whether it is known from the config what the best value is. */
    boolean hasOptimum() {
        return !Double.isNaN(optimum);
    }

    /** Whether another seed would give another start. */
    boolean isDrawn(String start) {
        return random.contains(declared(start));
    }

    /** The name of the declaration that a start was made of. */
    String declared(String start) {
        Matcher drawn = DRAWN.matcher(start);
        return drawn.matches() && random.contains(drawn.group(1)) ? drawn.group(1) : start;
    }

    /** The value of f as something to be made small, whether or not a maximum is looked for. */
    double loss(double value) {
        return wanted.equals("maximum") ? -value : value;
    }
}
