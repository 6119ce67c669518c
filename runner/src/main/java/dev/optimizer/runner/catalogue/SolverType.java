package dev.optimizer.runner.catalogue;

import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Solver;
import java.util.Map;
import java.util.function.Function;

/**
 * A solver that a config can name: what it is called, its options, and how it is made from them. A type is a file with one
 * of these and a line in {@link Solvers}.
 */
record SolverType(Section declaration, Function<Options, Solver> factory) {
    /** The options of a solver or of a part of one, each of the class that its declaration says. */
    record Options(Map<String, Object> values) {
        static Options of(Choice choice) {
            return new Options(choice.options());
        }

        boolean has(String option) {
            return values.get(option) != null;
        }

        double number(String option) {
            return (Double) values.get(option);
        }

        int whole(String option) {
            return Math.toIntExact((Long) values.get(option));
        }

        boolean flag(String option) {
            return (Boolean) values.get(option);
        }

        String word(String option) {
            return (String) values.get(option);
        }

        Choice choice(String option) {
            return (Choice) values.get(option);
        }
    }

    Solver create(Choice method) {
        return factory.apply(Options.of(method));
    }
}
