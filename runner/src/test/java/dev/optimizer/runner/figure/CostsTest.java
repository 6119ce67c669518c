package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Three instances by hand: a tie that a third solver misses, a double cost, and one that costs nothing. */
class CostsTest {
    private static final double FAILS = Double.NaN;

    private final Costs costs = new Costs(
            new String[] {"a", "b", "c"},
            new double[][] {{10, 10, FAILS}, {10, 20, 40}, {0, 5, FAILS}, {FAILS, FAILS, FAILS}});

    @Test
    void ratiosToTheBest() {
        assertThat(costs.ratios(0)).containsExactly(1, 1, 1);
        assertThat(costs.ratios(1)).containsExactly(1, 2, Double.POSITIVE_INFINITY);
        assertThat(costs.ratios(2)).containsExactly(4);
    }

    @Test
    void profilesAreSharesOfAllInstances() {
        Series b = costs.profile(1, 7);
        assertThat(b.name()).isEqualTo("b");
        assertThat(b.slot()).isEqualTo(7);
        assertThat(b.x()).containsExactly(1, 1, 2, Double.POSITIVE_INFINITY);
        assertThat(b.y()).containsExactly(0, 0.25, 0.5, 0.75);
        assertThat(b.last()).as("the last that can be reached").isEqualTo(2);
    }

    @Test
    void solvedBestAndWins() {
        assertThat(costs.solved(1)).isEqualTo(3);
        assertThat(costs.best(0)).isEqualTo(3);
        assertThat(costs.best(1)).as("the tie counts for both").isEqualTo(1);
        assertThat(costs.wins(0, 1)).isEqualTo(2);
        assertThat(costs.wins(1, 0)).isZero();
        assertThat(costs.wins(0, 2)).as("a success beats a failure").isEqualTo(3);
    }

    /** Of five instances two are reached after 3 units, one after 1, and two never. */
    @Test
    void dataProfilesAreSharesOfAllInstances() {
        Series profile = Costs.dataProfile("a", 2, new double[] {3, FAILS, 1, 3, Double.POSITIVE_INFINITY}, 5);
        assertThat(profile.slot()).isEqualTo(2);
        assertThat(profile.x()).containsExactly(0, 1, 3, 3);
        assertThat(profile.y()).containsExactly(0, 0.2, 0.4, 0.6);
        assertThat(Costs.dataProfile("none", 0, new double[] {FAILS}, 5).y()).containsExactly(0);
    }

    @Test
    void inWords() {
        assertThat(costs.sentence("evaluations"))
                .isEqualTo("a and b solve the most, 3 of 4; a takes the fewest evaluations most often, on 3."
                        + " (Several that take the same count each.)");
        assertThat(new Costs(new String[] {"a", "b"}, new double[][] {{2, 1}, {2, 1}, {2, FAILS}}).sentence("seconds"))
                .isEqualTo("a solves the most, 3 of 3; b takes the fewest seconds most often, on 2."
                        + " (Several that take the same count each.)");
        assertThat(new Costs(new String[] {"a", "b", "c"}, new double[][] {{2, 2, 3}, {3, 1, FAILS}, {1, 3, 9}})
                        .sentence("iterations"))
                .isEqualTo("a and b solve the most, 3 of 3; a and b take the fewest iterations most often, on 2."
                        + " (Several that take the same count each.)");
        assertThat(new Costs(new String[] {"a", "b"}, new double[][] {{1, 2}, {1, FAILS}}).sentence("seconds"))
                .isEqualTo("a solves the most, 2 of 2; it also takes the fewest seconds most often, on 2."
                        + " (Several that take the same count each.)");
        assertThat(new Costs(new String[] {"a", "b"}, new double[][] {{2, 1}, {2, 1}}).sentence("seconds"))
                .isEqualTo("All solve 2 of 2; b takes the fewest seconds most often, on 2."
                        + " (Several that take the same count each.)");
        assertThat(new Costs(new String[] {"a", "b"}, new double[][] {{FAILS, FAILS}}).sentence("seconds"))
                .isEqualTo("Nobody solves any of the 1.");
        assertThat(new Costs(new String[0], new double[0][]).sentence("seconds"))
                .isEqualTo("No solver is shown.");
    }
}
