package dev.optimizer.problem;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Formula;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named problem.
 *
 * @param name the name that configs use
 * @param title one line on what is special about it
 * @param source where it is from
 * @param formula the function to minimise, its variables in order
 * @param starts named starts, each a value per variable
 * @param stationaryPoints what is known of its stationary points; not always all of them
 */
public record Problem(
        String name,
        String title,
        String source,
        Formula formula,
        Map<String, List<Double>> starts,
        List<StationaryPoint> stationaryPoints) {
    /**
     * A stationary point from the literature or computed to high precision.
     *
     * @param name a word for it
     * @param kind {@code minimum}, {@code maximum}, {@code saddle} or {@code degenerate}
     * @param value f there
     * @param at where it is
     */
    public record StationaryPoint(String name, String kind, double value, List<Double> at) {}

    /** A new objective; each run takes its own. */
    public FormulaObjective objective() {
        return FormulaObjective.of(formula);
    }

    /** The lowest known value at a stationary point that is no maximum or saddle, which the literature holds minimal. */
    public Optional<StationaryPoint> globalMinimum() {
        return stationaryPoints.stream()
                .filter(point -> point.kind().equals("minimum") || point.kind().equals("degenerate"))
                .min((a, b) -> Double.compare(a.value(), b.value()));
    }
}
