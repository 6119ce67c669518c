package dev.optimizer.conformance;

import dev.optimizer.solver.Solver;
import java.util.function.Supplier;

/**
 * A method as the suites know it.
 *
 * @param name a name for tests and exceptions
 * @param family what can be asked of it
 * @param maker makes a new solver
 */
record Method(String name, Family family, Supplier<Solver> maker) {
    /** What can be asked of a method. */
    enum Family {
        /** Steps whose length is fixed beforehand, and the textbook's Newton method: they may end anywhere, and say where. */
        UNGUARDED,
        /** Steepest descent with a search: it goes down, but may take longer than any budget. */
        STEEPEST_DESCENT,
        /** Quasi-Newton methods and conjugate gradients. */
        FIRST_ORDER,
        /** Newton's method with a search, which ends at a saddle that it runs into. */
        NEWTON,
        /** Methods that see negative curvature, and leave a saddle or a maximum along it. */
        LEAVES_SADDLES;

        boolean goesDown() {
            return this != UNGUARDED;
        }

        /** Whether it comes to an end within the usual budget on every problem of the catalogue but for listed exceptions. */
        boolean isQuick() {
            return this != UNGUARDED && this != STEEPEST_DESCENT;
        }
    }

    /** Whether it asks for Hessians or products with them. */
    boolean usesSecondDerivatives() {
        return family == Family.NEWTON
                || family == Family.LEAVES_SADDLES
                || name.equals("newton pure")
                || name.equals("descent exact");
    }

    @Override
    public String toString() {
        return name;
    }
}
