package dev.optimizer.runner.execute;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.solver.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What functions of one or two variables look like where their runs were: values on a grid around the starts and the final
 * points, and the second-order model at each final point. For pictures, so that whoever draws them needs no objective.
 */
public final class Landscapes {
    /** Points to a side: a picture of 350 pixels shows no more. */
    private static final int SIDE = 48;

    private static final int CURVE = 200;

    /** Around the points there is so much more on each side, as a part of their extent. */
    private static final double MARGIN = 0.3;

    /** One side is at least such a part of the other: what differs by rounding only must not fill a picture. */
    private static final double FLATTEST = 0.5;

    /** A sweep may have thousands of functions; nobody looks at so many pictures, each of some 18 kB in the report. */
    private static final int MOST_GRIDS = 100;

    private final Map<ProblemConfig, Map<String, String>> names = new IdentityHashMap<>();
    private final Map<String, Integer> variants = new HashMap<>();
    private int named;
    private final List<Grid> grids = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final Map<ProblemConfig, TwiceDifferentiable> objectives = new IdentityHashMap<>();

    /**
     * Numbers with names over them.
     *
     * @param name of the file
     * @param header a name for each column
     * @param rows of a grid: the coordinate up, then the values across, which the header has the coordinates of; of a curve:
     *     the coordinate and the value
     */
    public record Grid(String name, List<String> header, List<double[]> rows) {}

    /**
     * A model at the final point of a run.
     *
     * @param landscape the name of the grid that shows it; empty for none
     * @param numbers f, ∂f/∂x₁, ∂f/∂x₂, ∂²f/∂x₁², ∂²f/∂x₁∂x₂, ∂²f/∂x₂²; NaN beyond the dimension
     */
    public record Model(String runId, String landscape, double[] numbers) {}

    /**
     * Of all runs whose functions have one or two variables: a grid for each function and declared start, and a model for each
     * run.
     */
    public Landscapes(List<RunOutcome> outcomes) {
        Map<String, List<RunOutcome>> groups = new LinkedHashMap<>();
        for (RunOutcome outcome : drawable(outcomes)) {
            String name = names.computeIfAbsent(outcome.run().problem(), unused -> new HashMap<>())
                    .computeIfAbsent(outcome.run().start().declaredName(), start -> newName(outcome, start));
            if (!name.isEmpty()) {
                groups.computeIfAbsent(name, unused -> new ArrayList<>()).add(outcome);
            }
            models.add(new Model(outcome.run().id(), name, model(outcome)));
        }
        groups.forEach((name, group) -> grids.add(grid(name, group)));
    }

    /** {@code valley.left}, and of the further variants of a swept problem {@code valley.left.2} and so on. */
    private String newName(RunOutcome outcome, String start) {
        String name = outcome.run().problem().name() + "." + start;
        int variant = variants.merge(name, 1, Integer::sum);
        return named++ >= MOST_GRIDS ? "" : name + (variant == 1 ? "" : "." + variant);
    }

    public List<Grid> grids() {
        return grids;
    }

    public List<Model> models() {
        return models;
    }

    private static List<RunOutcome> drawable(List<RunOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.CRASHED)
                .filter(outcome -> outcome.run().problem().function().dimension() <= 2)
                .filter(outcome ->
                        outcome.x().size() > 0 && outcome.x().stream().allMatch(Double::isFinite))
                .toList();
    }

    private Grid grid(String name, List<RunOutcome> group) {
        ProblemConfig problem = group.get(0).run().problem();
        double[] x = interval(group, 0, (int) problem.function().dimension() == 1 ? CURVE : SIDE);
        if (problem.function().dimension() == 1) {
            List<double[]> rows = new ArrayList<>();
            for (double at : x) {
                rows.add(new double[] {at, value(problem, at)});
            }
            return new Grid(name, List.of(problem.function().entryNames().get(0), "f"), rows);
        }
        List<String> header =
                new ArrayList<>(List.of(problem.function().entryNames().get(1)));
        for (double at : x) {
            header.add(Double.toString(at));
        }
        List<double[]> rows = new ArrayList<>();
        for (double up : interval(group, 1, SIDE)) {
            double[] row = new double[SIDE + 1];
            row[0] = up;
            for (int i = 0; i < SIDE; i++) {
                row[i + 1] = value(problem, x[i], up);
            }
            rows.add(row);
        }
        return new Grid(name, header, rows);
    }

    /** So many points, evenly across all starts and final points and the margins. */
    private static double[] interval(List<RunOutcome> group, int entry, int count) {
        Range own = Range.of(group, entry);
        int other = group.get(0).x().size() - 1 - entry;
        double extent = Math.max(own.extent(), FLATTEST * Range.of(group, other).extent());
        extent = extent > 0 ? (1 + 2 * MARGIN) * extent : Math.max(2, Math.abs(own.low()));
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = (own.low() + own.high()) / 2 + (i / (count - 1.0) - 0.5) * extent;
        }
        return points;
    }

    /** Where the starts and the final points of runs are, along one entry of x. */
    private record Range(double low, double high) {
        static Range of(List<RunOutcome> group, int entry) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (RunOutcome outcome : group) {
                double first = outcome.run().start().toArray()[entry];
                double last = outcome.x().get(entry);
                low = Math.min(low, Math.min(first, last));
                high = Math.max(high, Math.max(first, last));
            }
            return new Range(low, high);
        }

        double extent() {
            return high - low;
        }
    }

    private TwiceDifferentiable objective(ProblemConfig problem) {
        return objectives.computeIfAbsent(problem, Objectives::of);
    }

    /** NaN where the objective cannot be computed: a picture must not cost the results. */
    private double value(ProblemConfig problem, double... x) {
        try {
            return objective(problem).value(Vector.of(x).array());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return Double.NaN;
        }
    }

    private double[] model(RunOutcome outcome) {
        double[] numbers = new double[6];
        Arrays.fill(numbers, Double.NaN);
        try {
            TwiceDifferentiable f = objective(outcome.run().problem());
            Vector x =
                    Vector.of(outcome.x().stream().mapToDouble(entry -> entry).toArray());
            int n = x.length();
            Vector g = Vector.zeros(n);
            Matrix h = Matrix.zeros(n);
            numbers[0] = f.gradient(x.array(), g.array());
            f.hessian(x.array(), h.array());
            double[][] rows = h.toArray();
            numbers[1] = g.get(0);
            numbers[3] = rows[0][0];
            if (n == 2) {
                numbers[2] = g.get(1);
                numbers[4] = rows[0][1];
                numbers[5] = rows[1][1];
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            numbers[0] = Double.NaN;
        }
        return numbers;
    }
}
