package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.solver.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How runs went, as lines of blocks: log ‖∇f‖∞, which every run has, from its start to its last iterate. The lowest block is within
 * the run's tolerance, so a run that converged ends with it. The others are one logarithmic scale for all runs of a table, for with a
 * scale of its own a run that has come nowhere would look like one that has come far.
 */
final class Sparklines {
    private static final char WITHIN_TOLERANCE = '▁';
    private static final char ABOVE = '↑';
    private static final char NOT_FINITE = '×';

    private static final String BLOCKS = "▂▃▄▅▆▇█";

    /** Their norms may grow by hundreds of powers of ten, among which all others would look the same. */
    private static final Set<Status> LOST = EnumSet.of(Status.DIVERGED, Status.UNBOUNDED, Status.NOT_FINITE);

    private final double lowest;
    private final double highest;

    /**
     * @param lowest where the scale begins; what is below looks like it
     * @param highest where it ends; what is above is said to be so
     */
    Sparklines(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** From the smallest tolerance of the runs to the largest norm at any start, or on the way of a run that was not lost. */
    static Sparklines scaledTo(List<RunOutcome> outcomes) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (RunOutcome outcome : outcomes) {
            List<Double> norms = outcome.gradientNorms();
            lowest = Math.min(lowest, floor(outcome));
            int counted = LOST.contains(outcome.status()) ? Math.min(1, norms.size()) : norms.size();
            for (double norm : norms.subList(0, counted)) {
                highest = Double.isFinite(norm) ? Math.max(highest, norm) : highest;
            }
        }
        return new Sparklines(lowest, highest);
    }

    /** The tolerance of a run; if it has none, for a logarithm has no place for zero, the smallest norm above zero. */
    private static double floor(RunOutcome outcome) {
        double tolerance = outcome.run().stop().gradientNorm();
        return tolerance > 0
                ? tolerance
                : outcome.gradientNorms().stream()
                        .mapToDouble(norm -> norm)
                        .filter(norm -> norm > 0)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    /** A character for each norm that is kept of a run; none if it crashed. */
    String of(RunOutcome outcome) {
        return line(outcome.gradientNorms(), outcome.run().stop().gradientNorm());
    }

    /**
     * @param norms not negative, or NaN
     * @param tolerance what is within it is on the floor
     */
    String line(List<Double> norms, double tolerance) {
        StringBuilder line = new StringBuilder(norms.size());
        for (double norm : norms) {
            line.append(sign(norm, tolerance));
        }
        return line.toString();
    }

    private char sign(double norm, double tolerance) {
        if (!Double.isFinite(norm)) {
            return NOT_FINITE;
        } else if (norm <= tolerance) {
            return WITHIN_TOLERANCE;
        } else if (norm > highest) {
            return ABOVE;
        } else if (norm <= lowest) {
            return BLOCKS.charAt(0);
        }
        double part = (Math.log10(norm) - Math.log10(lowest)) / (Math.log10(highest) - Math.log10(lowest));
        return BLOCKS.charAt(Math.min(BLOCKS.length() - 1, (int) (part * BLOCKS.length())));
    }
}
