/**
 * The one loop, and what it tells about a run.
 *
 * <p>{@link dev.optimizer.solver.Minimizer} repeats: ask the {@link dev.optimizer.solver.StoppingCriterion}, let the
 * {@link dev.optimizer.solver.Solver} make one step from the current {@link dev.optimizer.solver.Point} to a trial one,
 * show the {@link dev.optimizer.solver.Observer}s. A {@code Point} is the only door to the objective: it evaluates at
 * most once what is asked of it, and counts. At the end the {@link dev.optimizer.solver.Result} says where the run
 * stopped and why ({@link dev.optimizer.solver.Ending}), what kind of point that is ({@link
 * dev.optimizer.solver.Verdict}) and how fast it got there ({@link dev.optimizer.solver.ConvergenceRate}).
 */
package dev.optimizer.solver;
