package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula that has been read and checked: its text, its variables in order, and its tree.
 *
 * <p>Immutable. The vector x of all entries holds the variables one after the other, in the order of
 * {@link #variables()}: {@link #layout()} says where.
 */
public final class Formula {
    private final String text;
    private final List<String> variables;
    private final List<Variable> layout;
    private final List<Let> lets;
    private final Expression expression;

    private Formula(String text, List<Variable> layout, List<Let> lets, Expression expression) {
        this.text = text;
        this.variables = layout.stream().map(Variable::name).toList();
        this.layout = layout;
        this.lets = List.copyOf(lets);
        this.expression = expression;
    }

    /** A named intermediate expression. Places in its tree are places in its own text. */
    public record Let(String name, String text, Expression expression) {
        public Shape shape() {
            return expression.shape();
        }
    }

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

    /** The variables in the same order, with their shapes and their places in x. */
    public List<Variable> layout() {
        return layout;
    }

    /** The number of entries of x, 0 to {@link Shape#MAX_SIZE}. */
    public long dimension() {
        if (layout.isEmpty()) {
            return 0;
        }
        Variable last = layout.get(layout.size() - 1);
        return last.offset() + last.shape().size();
    }

    /**
     * The names of the entries of x in order: {@code x}, {@code w_1}, {@code U_1_1}. A view that makes each name when it is
     * asked for, so that millions of them cost nothing.
     */
    public List<String> entryNames() {
        return new EntryNames(layout, dimension());
    }

    /** What the value of the formula is: a scalar, a vector or a matrix. */
    public Shape shape() {
        return expression.shape();
    }

    /**
     * Refuses a formula that is no objective.
     *
     * @throws FormulaException if its value is not a scalar
     */
    public Formula requireScalar() {
        if (!shape().isScalar()) {
            String reduce = shape().size() == 1
                    ? "its one entry is a scalar: (...)" + (shape().isVector() ? "[1]" : "[1,1]")
                    : "reduce it to one number, for example with sum(...) or norm2(...)^2";
            throw wrongShape("the objective must be a scalar, but this is " + shape().inWords() + "; " + reduce);
        }
        return this;
    }

    /**
     * Refuses a formula that is no list of residuals.
     *
     * @throws FormulaException if its value is not a vector
     */
    public Formula requireVector() {
        if (!shape().isVector()) {
            String remedy = shape().isScalar() ? "write [r] for a single residual" : "give its entries as one vector";
            throw wrongShape("residuals must be a vector, but this is " + shape().inWords() + "; " + remedy);
        }
        return this;
    }

    private FormulaException wrongShape(String problem) {
        return new FormulaException(problem, text, 0, text.length());
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
        return new Formula(text, layout, lets, new Expression.Negation(expression, 0, text.length()));
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * Collects what a formula may use: first the variables and the data, then the lets, then the text. A builder makes one
     * formula.
     */
    public static final class Builder {
        private final Scope scope = new Scope();
        private final List<Let> lets = new ArrayList<>();

        private Builder() {}

        /**
         * Declares a scalar variable, whether the formula uses it or not.
         *
         * @throws FormulaException if the name is taken or is no name
         * @throws IllegalStateException after a let: variables come first
         */
        public Builder variable(String name) {
            return variable(name, Shape.scalar());
        }

        /**
         * Declares a variable, whether the formula uses it or not.
         *
         * @throws FormulaException if the name is taken or is no name, or the entries are too many
         * @throws IllegalStateException after a let: variables come first
         */
        public Builder variable(String name, Shape shape) {
            requireNoLets("variable '" + name + "'");
            scope.declareVariable(name, shape);
            return this;
        }

        /**
         * Gives known numbers a name. A name in two parts, {@code obs.t}, is the column {@code t} of a table {@code obs}.
         *
         * @param values kept, not copied
         * @throws FormulaException if the name is taken or is no name, or the entries are too many
         * @throws IllegalStateException after a let: data come first
         */
        public Builder data(String name, Data values) {
            requireNoLets("data '" + name + "'");
            scope.declareData(name, values);
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
            scope.declareLet(name, value, new Source(text));
            lets.add(new Let(name, text, value));
            return this;
        }

        /** Reads what follows as if inside a loop, for expressions that are built from the inside outwards. */
        Builder inside(String index, String from, String to) {
            Token name = new Token(Token.Kind.NAME, index, 0, index.length());
            SubscriptCheck check = new SubscriptCheck(new Source(index), scope);
            scope.enter(check.loop(name, bound(from), bound(to)));
            return this;
        }

        private IndexPolynomial bound(String text) {
            return IndexReader.bound(Parser.parse(text, scope), new Source(text), scope);
        }

        /**
         * Reads the formula itself.
         *
         * @throws FormulaException if the text is not a formula
         */
        public Formula parse(String text) {
            Expression expression = Parser.parse(text, scope);
            return new Formula(text, scope.layout(), lets, expression);
        }

        private void requireNoLets(String what) {
            if (!lets.isEmpty()) {
                throw new IllegalStateException(what + " must come before the first let");
            }
        }
    }
}
