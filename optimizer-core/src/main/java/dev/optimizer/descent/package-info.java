/**
 * Line search methods: choose a direction, search along it (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * chapter 3).
 *
 * <p>{@link dev.optimizer.descent.LineSearchSolver} is the solver; a {@link dev.optimizer.descent.Direction} and a
 * {@link dev.optimizer.descent.StepRule} are its parts. A step rule knows only φ(α) = f(x + αp) and φ′(α), through
 * {@link dev.optimizer.descent.Line}.
 */
package dev.optimizer.descent;
