/** Compares results with those that were committed, or with others. */
package dev.optimizer.runner.baseline;
