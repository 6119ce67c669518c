package dev.optimizer.formula;

import java.util.List;

/** A formula that has been read and checked: its text, its variables in order, and its tree. */
public final class Formula {
    private final String text;
    private final List<String> variables;

    private Formula(String text, List<String> variables) {
        this.text = text;
        this.variables = List.copyOf(variables);
    }

    /**
     * Reads a formula without declarations: the variables stand in the order of their first occurrence.
     *
     * @throws FormulaException if the text is not a formula
     */
    public static Formula parse(String text) {
        return new Formula(text, List.of());
    }

    public String text() {
        return text;
    }

    /** The variables in order: the position of a name here is its position in the vector x. */
    public List<String> variables() {
        return variables;
    }
}
