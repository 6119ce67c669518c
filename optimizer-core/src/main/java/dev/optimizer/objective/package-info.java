/**
 * What is minimised: functions of n variables on {@link org.nd4j.linalg.api.ndarray.INDArray}s, with their derivatives,
 * and the check that value, gradient and Hessian belong together.
 */
package dev.optimizer.objective;
