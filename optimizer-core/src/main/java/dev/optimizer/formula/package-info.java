/**
 * The language of formulas: text in, checked tree out.
 *
 * <p>{@link dev.optimizer.formula.Formula} is the way in. Its builder collects the declared variables and the named
 * intermediate expressions ({@code let}); each text goes through the same two steps: the lexer cuts it into tokens with
 * their places, and the parser (operator precedence, Floyd 1963, Pratt 1973) joins them into an
 * {@link dev.optimizer.formula.Expression}, looking names up in the scope as it goes. Every node knows which characters
 * it came from, so that a later complaint can point at them too.
 *
 * <p>What cannot be read is a {@link dev.optimizer.formula.FormulaException}: one sentence, the line, a caret. The
 * words of the language are data: {@link dev.optimizer.formula.Function} is the table of functions.
 *
 * <p>Formulas are scalar in this version. Indices, slices, sums over a range and literals of vectors become further
 * records of the sealed tree; their symbols and names are already known to the language and refused with the reason.
 *
 * <p>This package gives no meaning to the tree beyond its names, and touches no arrays: values and derivatives are the
 * business of {@code autodiff}.
 */
package dev.optimizer.formula;
