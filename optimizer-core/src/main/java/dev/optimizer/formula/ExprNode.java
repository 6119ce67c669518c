package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;

/** What an {@link Expr} is: something without operands, or an operation. */
sealed interface ExprNode {
    /** A piece of text that means the same everywhere: a number. */
    record Literal(String text, Precedence precedence) implements ExprNode {}

    /** A variable, or data if there are values. */
    record Named(String name, Data data) implements ExprNode {}

    /** The index of the loop that binds it; written with whatever name is free there. */
    record Index(Expr from, Expr to) implements ExprNode {}

    /** Stands for an operand of which nothing matters but its shape. */
    record Placeholder() implements ExprNode {}

    /**
     * Operands and the texts before, between and after them.
     *
     * @param binds the index that this loop gives a meaning to; null for what is no loop
     */
    record Operation(List<Slot> slots, String after, Precedence precedence, Expr binds) implements ExprNode {
        /** Entries of an array. Such a number may be looked up in data for a subscript, which no let can be. */
        boolean isSelection() {
            return binds == null && slots.stream().anyMatch(Slot::whole);
        }

        /**
         * The same operation on operands of which only the shape is known, and on which indices they depend: a product with
         * these indices. Whole numbers stay, for the check of a subscript needs their values.
         */
        Operation outline() {
            List<Slot> outlined = new ArrayList<>();
            for (Slot slot : slots) {
                outlined.add(slot.whole() ? slot : slot.with(outline(slot.operand())));
            }
            return new Operation(outlined, after, precedence, binds);
        }

        private static Expr outline(Expr operand) {
            Expr outline = new Expr(new Placeholder(), operand.shape());
            for (Expr index : operand.free()) {
                outline = new Expr(Writing.binary("*", outline, index), operand.shape());
            }
            return outline;
        }
    }

    /**
     * An operand in its place.
     *
     * @param loosest what binds more loosely is put in brackets
     * @param whole whether it is a subscript or a bound, a whole number
     */
    record Slot(String before, Expr operand, Precedence loosest, boolean whole) {
        Slot with(Expr other) {
            return new Slot(before, other, loosest, whole);
        }

        boolean bracketed() {
            return operand.precedence().compareTo(loosest) < 0;
        }
    }
}
