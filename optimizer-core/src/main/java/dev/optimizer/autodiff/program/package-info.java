/**
 * Running array graphs: an {@code ArrayProgram} is a list of steps on memory taken once. The body of a map runs over blocks
 * of iterations, so that deciding what to do costs little beside doing it. A formula of numbers alone is one map with one
 * iteration: a {@code Machine} runs it without arrays. The {@code Evaluator}s put together what an objective offers.
 */
package dev.optimizer.autodiff.program;
