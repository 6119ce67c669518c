/**
 * Formulas that differentiate themselves: from the tree of a formula to an objective with exact derivatives.
 *
 * <p>Here are the public faces: {@link dev.optimizer.autodiff.FormulaObjective}, {@link
 * dev.optimizer.autodiff.FormulaLeastSquares} for residuals, {@link dev.optimizer.autodiff.ConstantFormula} for formulas
 * without variables. The rooms behind them are not for users; a reader takes them in this order:
 * <ol>
 *   <li>{@code scalar}: straight-line code of numbers as a graph, and its derivatives in reverse and forward mode. What
 *       backpropagation is can be seen there in full, in a few hundred lines;
 *   <li>{@code array}: the same once more with arrays, whose elements scalar code computes in loops;
 *   <li>{@code lowering}: from the tree of a formula to arrays;
 *   <li>{@code kernel}: scalar code run over loops in native memory, interpreted or as bytecode;
 *   <li>{@code program}: from arrays to a list of steps on memory taken once, and the value, gradient, Hessian, … of an
 *       objective made of such programs.
 * </ol>
 *
 * <p>Derivatives are of the branch that is taken; in gradients and Hessians the other branch cannot leak into them, not even
 * as 0·∞ ({@link dev.optimizer.autodiff.scalar.GatedSums}). Elsewhere the rules are IEEE 754's, with the conventions at
 * kinks that {@link dev.optimizer.formula.Function} lists: the norm of a zero vector is 0 with the slope NaN (its square has
 * the slope 0), a singular matrix has the inverse NaN, the log-determinant −Infinity and no slope.
 */
package dev.optimizer.autodiff;
