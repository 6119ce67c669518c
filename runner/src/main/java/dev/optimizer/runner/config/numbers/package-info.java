/**
 * Numbers however they are written: as decimals, as formulas without variables, as lists, by variable, or in a CSV file
 * beside the config.
 */
package dev.optimizer.runner.config.numbers;
