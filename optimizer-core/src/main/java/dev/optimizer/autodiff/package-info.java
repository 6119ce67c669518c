/**
 * Formulas that differentiate themselves: from the tree of a formula to an objective with exact derivatives.
 *
 * <p>How the data flows:
 * <ol>
 *   <li>{@code Lowering} turns the tree into an {@code ArrayGraph}. Its nodes are {@code Map}s, which run scalar code over
 *       the iterations of a {@code Domain} (a nest of loops), {@code Accumulate}s, which add up what iterations contribute,
 *       and linear algebra. Which elements an iteration reads or adds to says an {@code Access}, so that selections,
 *       transposes and subscripts are no work of their own. {@code Elements} grows the code of a map for one entry of an
 *       expression, through chains of operations and loops; {@code Reductions} and {@code LinearAlgebra} do the rest;
 *   <li>{@code ArrayGradient} (reverse mode) and {@code ArrayTangents} (forward mode) add the nodes of derivatives, which
 *       are of the same kinds: the adjoint of reading is adding up, and the other way round. Second derivatives are forward
 *       mode over the gradient's nodes;
 *   <li>inside a map the same happens once more with numbers: its body is a {@code Graph} of scalar code, in which equal
 *       subexpressions are one node and constants are folded. {@code Gradient} and {@code Tangents} differentiate it; both
 *       take the rules from {@code Partials};
 *   <li>an {@code ArrayProgram} is a list of steps on memory taken once, after {@code MapMerging} has put maps together
 *       that can share a pass. The body of a map is a {@code Program}: instructions over registers, each of which holds a
 *       block of iterations. What an instruction computes is defined once, in {@code Operation}. A formula of numbers alone
 *       is one map with one iteration: a {@code Machine} runs it without arrays.
 * </ol>
 *
 * <p>Where the terms of a sum read x directly, {@code LocalDerivatives} knows which second derivatives can differ from zero:
 * a sparse Hessian, or a Jacobian, entry by entry.
 *
 * <p>{@link dev.optimizer.autodiff.FormulaObjective} is the public face, {@link
 * dev.optimizer.autodiff.FormulaLeastSquares} that for residuals, {@link dev.optimizer.autodiff.ConstantFormula} that of
 * formulas without variables. Derivatives are of the branch that is taken; in gradients and Hessians the other branch
 * cannot leak into them, not even as 0·∞ ({@code GatedSums}). Elsewhere the rules are IEEE 754's, with the conventions at
 * kinks that {@link dev.optimizer.formula.Function} lists: the norm of a zero vector is 0 with the slope NaN (its square has
 * the slope 0), a singular matrix has the inverse NaN, the log-determinant −Infinity and no slope.
 */
package dev.optimizer.autodiff;
