package dev.optimizer.runner.figure;

import java.util.Arrays;

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
        if (solvers.length == 0 || costs.length == 0) {
            return "No solver is shown.";
        }
        int most = 0;
        int cheapest = 0;
        for (int solver = 1; solver < solvers.length; solver++) {
            most = solved(solver) > solved(most) ? solver : most;
            cheapest = best(solver) > best(cheapest) ? solver : cheapest;
        }
        String first = solvers[most] + " solves the most, " + solved(most) + " of " + costs.length + "; ";
        String second = most == cheapest ? "it also takes" : solvers[cheapest] + " takes";
        return first + second + " the fewest " + unit + " most often, on " + best(cheapest)
                + ". (Several that take the same count each.)";
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
