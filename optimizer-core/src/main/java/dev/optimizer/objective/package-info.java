/**
 * What is minimised: functions of n variables on {@link org.nd4j.linalg.api.ndarray.INDArray}s, with their derivatives.
 *
 * <p>An {@link dev.optimizer.objective.Objective} is written by hand, or made from ND4J code ({@link
 * dev.optimizer.objective.Nd4jObjective}) or a SameDiff graph ({@link dev.optimizer.objective.SameDiffObjective}). Whether
 * value, gradient and Hessian belong together, {@link dev.optimizer.objective.DerivativeAudit} finds out cheaply and unasked,
 * {@link dev.optimizer.objective.DerivativeCheck} entry by entry.
 */
package dev.optimizer.objective;
