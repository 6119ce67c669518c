/**
 * The language of formulas: text in, checked tree out.
 *
 * <p>{@link dev.optimizer.formula.Formula} is the way in. Its builder collects the declared variables with their shapes,
 * the data and the named intermediate expressions ({@code let}); each text goes through the same two steps: the lexer cuts
 * it into tokens with their places, and the parser (operator precedence, Floyd 1963, Pratt 1973) joins them into an
 * {@link dev.optimizer.formula.Expression}, looking names up in the scope as it goes. Every node knows which characters
 * it came from, so that a later complaint can point at them too.
 *
 * <p>Every node also knows its {@link dev.optimizer.formula.Shape}, inferred from its operands as soon as it is read:
 * {@code BinaryShape} has the rules of the operators, {@code CallShape} those of the functions, and a {@code Bracket} of
 * each kind those of loops, subscripts and literals. Subscripts and bounds are polynomials in the indices of the loops
 * around ({@link dev.optimizer.formula.IndexPolynomial}); {@code SubscriptCheck} proves that they stay inside their
 * arrays. So a formula that was read needs no further check, whatever it is used for. Loop bodies are read once and never
 * unrolled.
 *
 * <p>What cannot be read is a {@link dev.optimizer.formula.FormulaException}: one sentence, the line, a caret. The
 * words of the language are data: {@link dev.optimizer.formula.Function} is the table of functions.
 *
 * <p>{@link dev.optimizer.formula.Expr} writes formulas in Java. It is no second way into the tree: it makes text, with what
 * is used more than once as lets ({@code ExprParts}), and has the parser read it ({@code ExprText}).
 *
 * <p>This package gives no meaning to the tree beyond its names and shapes, and touches no arrays but to see whether
 * data that serve as subscripts are whole numbers: values and derivatives are the business of {@code autodiff}.
 */
package dev.optimizer.formula;
