/**
 * Formulas that differentiate themselves: from the tree of a formula to an objective with exact derivatives.
 *
 * <p>How the data flows:
 * <ol>
 *   <li>{@code Lowering} turns the tree into nodes of a {@code Graph}: straight-line scalar code in which equal
 *       subexpressions are one node and constants are folded;
 *   <li>{@code Gradient} (reverse mode) adds the nodes of all partial derivatives, {@code Tangents} (forward mode) those
 *       of a derivative along a direction; both take the rules of differentiation from {@code Partials}. Second
 *       derivatives are forward mode over the gradient's nodes;
 *   <li>a {@code Program} keeps the nodes that some results need, as a list of instructions over registers, and a
 *       {@code Machine} runs it; what each instruction computes is defined once, in {@code Operation}.
 * </ol>
 *
 * <p>{@link dev.optimizer.autodiff.FormulaObjective} is the public face, {@link dev.optimizer.autodiff.ConstantFormula}
 * that of formulas without variables. Derivatives are of the branch that is taken; the other branch cannot leak into
 * them, not even as 0·∞ ({@code GatedSums}). Elsewhere the rules are IEEE 754's, with the conventions at kinks that
 * {@link dev.optimizer.formula.Function} lists.
 */
package dev.optimizer.autodiff;
