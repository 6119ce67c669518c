/**
 * Which runs are meant, and what must hold of them: selectors, exclusions, checks, and how far results may be from their
 * baseline.
 */
package dev.optimizer.runner.config.expectation;
