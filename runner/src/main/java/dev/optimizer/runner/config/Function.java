package dev.optimizer.runner.config;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a problem is about: a formula, or code from a jar. */
public sealed interface Function {
    /** A formula over exactly the variables of this function: the function itself, or 0 where that is no formula. */
    Formula scope();

    /** As messages and results show it: the formula's text, or the plugin's name with its parameters. */
    String text();

    /** The variables in order with their shapes and their places in x. */
    default List<Variable> layout() {
        return scope().layout();
    }

    /** The names of the variables in order. */
    default List<String> variables() {
        return scope().variables();
    }

    /** The number of entries of x. */
    default long dimension() {
        return scope().dimension();
    }

    /** The names of the entries of x: {@code x}, {@code w_1}, {@code U_1_1}. */
    default List<String> entryNames() {
        return scope().entryNames();
    }

    /** The named intermediate expressions; none of a plugin. */
    default List<Formula.Let> lets() {
        return scope().lets();
    }

    /**
     * A formula of the config's own or of a built-in problem.
     *
     * @param formula as it was written: a scalar, or a vector of residuals
     */
    record Written(Formula formula) implements Function {
        @Override
        public Formula scope() {
            return formula;
        }

        @Override
        public String text() {
            return formula.text();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * An objective from a jar.
     *
     * @param plugin where it comes from
     * @param parameters a value for each that it has, in the order of their declaration
     * @param scope over its variables
     */
    record Plugged(Plugin plugin, Map<String, Integer> parameters, Formula scope) implements Function {
        public Plugged {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        @Override
        public String text() {
            return "plugin " + plugin.name() + (parameters.isEmpty() ? "" : " " + parameters);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
