/**
 * Running scalar code over the iterations of a nest of loops, in native memory. A {@code Pass} says what is read, computed
 * and written, and defines the result to the bit. The {@code Interpreter} runs it block by block; {@code LoopCompiler} and
 * {@code PointCompiler} turn it into bytecode, as a hidden class. {@code TieredPass} begins with the one and goes over to the
 * other when that pays: nobody can tell but by the clock, for both give the same bits. A pass without loops can be a {@code
 * PointFunction} too, which takes its addresses as arguments.
 */
package dev.optimizer.autodiff.kernel;
