/**
 * Running array graphs: an {@code ArrayProgram} is a list of steps on memory taken once, which a {@code Schedule} puts in
 * order. A formula of numbers alone needs none of this: each of its derivatives is one function. The {@code Evaluator}s put
 * together what an objective offers.
 */
package dev.optimizer.autodiff.program;
