/**
 * The catalogue of named problems: formulas with their starts and what is known of their stationary points.
 *
 * <p>A problem is a file of properties beside this package's classes, listed in {@code catalogue.txt}.
 */
package dev.optimizer.problem;
