package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula that has been read and checked: its text, its variables in order, and its tree.
 *
 * <p>Immutable. The position of a name in {@link #variables()} is its position in the vector x.
 */
public final class Formula {
    private final String text;
    private final List<String> variables;
    private final List<Let> lets;
    private final Expression expression;

    private Formula(String text, List<String> variables, List<Let> lets, Expression expression) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.lets = List.copyOf(lets);
        this.expression = expression;
    }

    /** A named intermediate expression. Places in its tree are places in its own text. */
    public record Let(String name, String text, Expression expression) {}

    /**
     * Reads a formula without declarations: the variables stand in the order of their first occurrence.
     *
     * @throws FormulaException if the text is not a formula
     */
    public static Formula parse(String text) {
        return builder().parse(text);
    }

    /** Starts a formula with declared variables or named intermediate expressions. */
    public static Builder builder() {
        return new Builder();
    }

    /** The text as it was written. */
    public String text() {
        return text;
    }

    /** The variables in order: the declared ones, then the others by first occurrence in the lets and the formula. */
    public List<String> variables() {
        return variables;
    }

    /** The named intermediate expressions, in order: each uses only earlier ones. */
    public List<Let> lets() {
        return lets;
    }

    public Expression expression() {
        return expression;
    }

    /** Minus this formula, with the same text, variables and lets: maximising f is minimising -f. */
    public Formula negated() {
        return new Formula(text, variables, lets, new Expression.Negation(expression, 0, text.length()));
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Collects what a formula may use: first the variables, then the lets, then the text. A builder makes one formula.
     */
    public static final class Builder {
        private final Scope scope = new Scope();
        private final List<Let> lets = new ArrayList<>();

        private Builder() {}

        /**
         * Declares a variable, whether the formula uses it or not.
         *
         * @throws FormulaException if the name is taken or is no name
         * @throws IllegalStateException after a let: variables come first
         */
        public Builder variable(String name) {
            requireNoLets("variable '" + name + "'");
            scope.declareVariable(name);
            return this;
        }

        /** Refuses every name that is not declared, instead of making it a variable. Before the first let. */
        public Builder closed() {
            requireNoLets("closed()");
            scope.close();
            return this;
        }

        /**
         * Names an intermediate expression, which may use the variables and the lets before it.
         *
         * @throws FormulaException if the name is taken or is no name, or the text is not a formula
         */
        public Builder let(String name, String text) {
            scope.requireNew(name);
            Expression value = Parser.parse(text, scope);
            // The text itself may have used the name as an undeclared variable.
            scope.requireNew(name);
            scope.declareLet(name);
            lets.add(new Let(name, text, value));
            return this;
        }

        /**
         * Reads the formula itself.
         *
         * @throws FormulaException if the text is not a formula
         */
        public Formula parse(String text) {
            Expression expression = Parser.parse(text, scope);
            return new Formula(text, scope.variables(), lets, expression);
        }

        private void requireNoLets(String what) {
            if (!lets.isEmpty()) {
                throw new IllegalStateException(what + " must come before the first let");
            }
        }
    }
}
