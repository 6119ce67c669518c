/** The solvers that are built in, with their options, as a config sees them. */
package dev.optimizer.runner.catalogue;
