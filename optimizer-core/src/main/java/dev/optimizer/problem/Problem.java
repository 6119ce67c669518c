package dev.optimizer.problem;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Data;
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
 * @param note what to beware of; may be empty
 * @param parameters what it can be asked for with, at the values that it was asked for with
 * @param data the known numbers that its formulas use
 * @param formula the function to minimise, its variables in order
 * @param residuals a vector, the sum of whose squares is the function; empty if it is not known as such a sum
 * @param starts named starts, each a value per entry of x
 * @param stationaryPoints what is known of its stationary points; not always all of them
 * @param limits values that f approaches at infinity, where no stationary point is
 * @param endings the words of a {@code Status} or a {@code PointKind} for all that a solver may truthfully come to from
 *     these starts; empty if that is convergence to any stationary point
 */
public record Problem(
        String name,
        String title,
        String source,
        String note,
        List<Parameter> parameters,
        Map<String, Data> data,
        Formula formula,
        Optional<Formula> residuals,
        Map<String, List<Double>> starts,
        List<StationaryPoint> stationaryPoints,
        List<Limit> limits,
        List<String> endings) {
    /**
     * A stationary point from the literature or computed to high precision.
     *
     * @param name a word for it
     * @param kind {@code minimum}, {@code maximum}, {@code saddle} or {@code degenerate}
     * @param value f there
     * @param at where it is; empty if only its value is known
     */
    public record StationaryPoint(String name, String kind, double value, List<Double> at) {}

    /**
     * A value that f approaches while x goes to infinity.
     *
     * @param name a word for it
     * @param value the value, which f does not take there
     * @param where which way x goes
     */
    public record Limit(String name, double value, String where) {}

    /** A new objective; each run takes its own. */
    public FormulaObjective objective() {
        return FormulaObjective.of(formula);
    }

    /**
     * The lowest known value at a stationary point that is no maximum or saddle, which the literature holds minimal; with
     * its place, if that is known. Empty if f has no lower bound.
     */
    public Optional<StationaryPoint> globalMinimum() {
        if (endings.contains("unbounded")) {
            return Optional.empty();
        }
        return stationaryPoints.stream()
                .filter(point -> point.kind().equals("minimum") || point.kind().equals("degenerate"))
                .min((a, b) -> a.value() == b.value()
                        ? Boolean.compare(a.at().isEmpty(), b.at().isEmpty())
                        : Double.compare(a.value(), b.value()));
    }
}
