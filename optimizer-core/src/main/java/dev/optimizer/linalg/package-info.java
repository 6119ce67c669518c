/**
 * Vectors, matrices and factorisations on ND4J's own memory.
 *
 * <p>An {@link org.nd4j.linalg.api.ndarray.INDArray} is what users hand in and get back; a {@link
 * dev.optimizer.linalg.Vector} or {@link dev.optimizer.linalg.Matrix} is a plain view of the same buffer for the inside
 * of a loop. Short loops run in Java, long ones in CBLAS, factorisations in LAPACK, and nothing is allocated after
 * construction. This is the only package that may import {@code org.bytedeco}; it uses nothing else of this project.
 */
package dev.optimizer.linalg;
