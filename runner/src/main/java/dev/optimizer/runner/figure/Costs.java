package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What it cost solvers to solve instances, an instance being a problem from one start: performance profiles (Dolan, Moré
 * 2002, Math. Program. 91, 201–213), and who beats whom.
 *
 * @param solvers their names
 * @param costs by instance, then by solver: not negative; not a number where the solver did not solve the instance
 */
public record Costs(String[] solvers, double[][] costs) {
    /**
     * The costs of a solver over the least that any took, in ascending order, of the instances that it solved: 1 where it
     * was the best, one of several, or took nothing at all; infinite where another took nothing.
     */
    public double[] ratios(int solver) {
        double[] ratios = new double[costs.length];
        int n = 0;
        for (double[] row : costs) {
            if (!Double.isNaN(row[solver])) {
                double least = least(row);
                ratios[n++] = row[solver] == least ? 1 : row[solver] / least;
            }
        }
        ratios = Arrays.copyOf(ratios, n);
        Arrays.sort(ratios);
        return ratios;
    }

    /** The share of instances that a solver solves at no more than τ times the least cost, as steps in τ from 1. */
    public Series profile(int solver, int slot) {
        return distribution(solvers[solver], slot, 1, ratios(solver), costs.length);
    }

    /**
     * A data profile: the share of instances on which a solver came near the best value within t units (Moré, Wild 2009, SIAM
     * J. Optim. 20, 172–191).
     *
     * @param units what it took on each instance where it did; what is not finite does not count
     * @param instances how many there are
     */
    public static Series dataProfile(String name, int slot, double[] units, int instances) {
        double[] finite = new double[units.length];
        int n = 0;
        for (double one : units) {
            finite[n] = one;
            n += Double.isFinite(one) ? 1 : 0;
        }
        double[] sorted = Arrays.copyOf(finite, n);
        Arrays.sort(sorted);
        return distribution(name, slot, 0, sorted, instances);
    }

    /**
     * The share of so many that is at most t, as steps in t.
     *
     * @param from the first t
     * @param sorted in ascending order; what is infinite is never reached
     */
    static Series distribution(String name, int slot, double from, double[] sorted, int total) {
        double[] t = new double[sorted.length + 1];
        double[] share = new double[sorted.length + 1];
        t[0] = from;
        for (int i = 0; i < sorted.length; i++) {
            t[i + 1] = sorted[i];
            share[i + 1] = (i + 1.0) / total;
        }
        return Series.line(name, slot, t, share, null);
    }

    /** On how many instances a solver is successful. */
    public int solved(int solver) {
        return ratios(solver).length;
    }

    /** On how many instances no other took less; several can be the best on one. */
    public int best(int solver) {
        int best = 0;
        for (double ratio : ratios(solver)) {
            best += ratio == 1 ? 1 : 0;
        }
        return best;
    }

    /** On how many instances one solver succeeds where the other does not, or at less cost. */
    public int wins(int solver, int over) {
        int wins = 0;
        for (double[] row : costs) {
            boolean solves = !Double.isNaN(row[solver]);
            wins += solves && (Double.isNaN(row[over]) || row[solver] < row[over]) ? 1 : 0;
        }
        return wins;
    }

    /** What the reader sees, in words. */
    public String sentence(String unit) {
        if (solvers.length == 0) {
            return "No solver is shown.";
        }
        if (costs.length == 0) {
            return "There is no instance that every solver shown was run on.";
        }
        int[] solved = new int[solvers.length];
        int[] best = new int[solvers.length];
        for (int solver = 0; solver < solvers.length; solver++) {
            solved[solver] = solved(solver);
            best[solver] = best(solver);
        }
        int most = largest(solved);
        if (most == 0) {
            return "Nobody solves any of the " + costs.length + ".";
        }
        List<String> leaders = with(most, solved);
        List<String> cheapest = with(largest(best), best);
        String first = leaders.size() == solvers.length && leaders.size() > 1
                ? "All solve " + most + " of " + costs.length
                : subject(leaders, "solve") + " the most, " + most + " of " + costs.length;
        String second = leaders.size() == 1 && leaders.equals(cheapest) ? "it also takes" : subject(cheapest, "take");
        return first + "; " + second + " the fewest " + unit + " most often, on " + largest(best)
                + ". (Several that take the same count each.)";
    }

    private static int largest(int[] counts) {
        int largest = 0;
        for (int count : counts) {
            largest = Math.max(largest, count);
        }
        return largest;
    }

    /** The names of those who have a count. */
    private List<String> with(int count, int[] counts) {
        List<String> names = new ArrayList<>();
        for (int solver = 0; solver < solvers.length; solver++) {
            if (counts[solver] == count) {
                names.add(solvers[solver]);
            }
        }
        return names;
    }

    /** {@code a solves}, {@code a, b and c solve}. */
    private static String subject(List<String> names, String verb) {
        StringBuilder text = new StringBuilder(names.get(0));
        for (int i = 1; i < names.size(); i++) {
            text.append(i == names.size() - 1 ? " and " : ", ").append(names.get(i));
        }
        return text + " " + verb + (names.size() == 1 ? "s" : "");
    }

    private static double least(double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (double cost : row) {
            // Not Math.min, for which nothing is less than NaN.
            least = cost < least ? cost : least;
        }
        return least;
    }
}
