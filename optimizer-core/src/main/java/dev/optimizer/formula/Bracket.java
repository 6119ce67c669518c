package dev.optimizer.formula;

import java.util.Optional;

/**
 * What stands between two brackets and what becomes of it: it takes each part as soon as it is complete, and at the end
 * makes one expression of all. The whole text counts as a bracket without signs.
 */
sealed interface Bracket
        permits CallBracket, ConditionalBracket, LiteralBracket, LoopBracket, PlainBracket, SubscriptBracket {
    /** The opening sign; null for the whole text. */
    Token open();

    /** The first character of the expression that will be made. */
    int start();

    /**
     * Takes a part and the sign after it.
     *
     * @param part null for the colon that stands alone for all, as in {@code U[i,:]}
     * @param sign a comma, colon, range or comparison
     * @throws FormulaException if this sign cannot stand here
     */
    void separator(Expression part, Token sign);

    /**
     * Takes the last part and makes the expression.
     *
     * @param part as above
     * @throws FormulaException if the parts do not fit together
     */
    Expression close(Expression part, Token close);

    /** The complaint about brackets with nothing between them, unless there is something between them already. */
    default Optional<FormulaException> complaintIfEmpty(Token close) {
        return Optional.empty();
    }

    /** The complaint about a sign that has a meaning in other brackets only. */
    static FormulaException misplaced(Token sign, Source source) {
        String problem = switch (sign.kind()) {
            case COMMA -> "a comma can stand only between arguments; decimals are written 1.5";
            case COMPARISON -> "a comparison can stand only as the condition of if(condition, a, b)";
            case COLON -> "':' can stand only in subscripts, as in x[1:3]";
            default -> "'..' can stand only in the range of a loop, as in sum(i in 1..3, i)";
        };
        return source.error(problem, sign);
    }
}
