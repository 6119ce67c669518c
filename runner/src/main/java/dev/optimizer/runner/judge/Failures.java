package dev.optimizer.runner.judge;

import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.output.Numbers;
import java.util.StringJoiner;

/** Collects the entries that are wrong: the first few in words, the others as their number. */
final class Failures {
    private static final int MOST_SHOWN = 10;

    private final StringJoiner shown = new StringJoiner("; ");
    private int count;

    void check(String entry, double actual, Near wanted) {
        if (!wanted.accepts(actual) && ++count <= MOST_SHOWN) {
            shown.add(entry + " is " + Numbers.shortest(actual) + ", wanted " + describe(wanted));
        }
    }

    static String describe(Near near) {
        return Numbers.shortest(near.wanted()) + " within " + Numbers.shortest(near.tolerance());
    }

    /** Empty if nothing is wrong. */
    @Override
    public String toString() {
        int more = count - MOST_SHOWN;
        return shown + (more > 0 ? "; and " + more + " more" : "");
    }
}
