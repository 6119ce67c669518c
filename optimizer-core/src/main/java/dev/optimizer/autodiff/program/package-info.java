/**
 * Running array graphs: an {@code ArrayProgram} is a list of steps on memory taken once, which a {@code Schedule} puts in
 * order. A formula of numbers alone is a {@code ScalarProgram}: one piece of code without arrays. The {@code Evaluator}s put
 * together what an objective offers.
 */
package dev.optimizer.autodiff.program;
