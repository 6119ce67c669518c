/**
 * Sweeps: the axes, and the variants that they make of a part of the config.
 *
 * <p>A part is read once for every combination of the axes that lead into it, by whatever reader it has anyway
 * ({@code VariantReader}); {@code Blame} finds the value that an error is due to. How a part is read, this package does not know.
 */
package dev.optimizer.runner.config.sweep;
