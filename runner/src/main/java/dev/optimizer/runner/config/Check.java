package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Position;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One thing that must hold of a run. */
public sealed interface Check {
    /** Where the check stands in the config: the place to name when it fails. */
    Position position();

    /** Its key in the config: {@code status}, {@code value}. */
    default String key() {
        if (this instanceof Measure measure) {
            return measure.measure();
        }
        return this instanceof Ending ? "status" : getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** How the run ended. */
    record Ending(Status wanted, Position position) implements Check {}

    /** What the final point is. */
    record Point(PointKind wanted, Position position) implements Check {}

    /**
     * A number of {@code runs.csv}; every bound that is present must hold, and NaN holds none of them.
     *
     * @param measure the column: value, gap, gradient_norm, iterations, evaluations, order or rate
     */
    record Measure(String measure, OptionalDouble min, OptionalDouble max, Optional<Near> near, Position position)
            implements Check {
        /** Whether a number satisfies every bound. */
        public boolean accepts(double actual) {
            return !Double.isNaN(actual)
                    && (min.isEmpty() || actual >= min.getAsDouble())
                    && (max.isEmpty() || actual <= max.getAsDouble())
                    && (near.isEmpty() || near.get().accepts(actual));
        }
    }

    /** Whether f never rises from one iterate to the next; where f is maximised, never falls. */
    record Monotone(boolean wanted, Position position) implements Check {}

    /** The final point: the entries of some or all variables by name, in the order of the config. */
    record At(Map<String, List<Near>> wanted, Position position) implements Check {
        public At {
            wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
        }
    }

    /** The gradient at the start: the partial derivatives by some or all variables, in the order of the config. */
    record Gradient(Map<String, List<Near>> wanted, Position position) implements Check {
        public Gradient {
            wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
        }
    }

    /** The Hessian at the start: n rows of n entries, in the order of the formula's entries. */
    record Hessian(List<List<Near>> wanted, Position position) implements Check {
        public Hessian {
            wanted = wanted.stream().map(List::copyOf).toList();
        }
    }
}
