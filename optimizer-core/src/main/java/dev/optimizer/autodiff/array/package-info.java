/**
 * Arrays as a graph that differentiates itself. The nodes of an {@code ArrayGraph} are {@code Map}s, which run scalar code
 * over the iterations of a {@code Domain} (a nest of loops), {@code Accumulate}s, which add up what iterations contribute,
 * and linear algebra. Which elements an iteration reads or adds to says an {@code Access}, so that selections, transposes
 * and subscripts are no work of their own.
 *
 * <p>{@code ArrayGradient} (reverse mode) and {@code ArrayTangents} (forward mode) add the nodes of derivatives, which are of
 * the same kinds: the adjoint of reading is adding up, and the other way round. Second derivatives are forward mode over the
 * gradient's nodes. Where the terms of a sum read x directly, {@code LocalDerivatives} knows which second derivatives can
 * differ from zero: a sparse Hessian, or a Jacobian, entry by entry.
 */
package dev.optimizer.autodiff.array;
