/**
 * From the tree of a formula to nodes of an array graph. {@code Lowering} holds what is known of the whole; {@code Elements}
 * grows the scalar code for one entry of an expression, through chains of operations and loops; {@code Reductions} and
 * {@code LinearAlgebra} do the rest.
 */
package dev.optimizer.autodiff.lowering;
