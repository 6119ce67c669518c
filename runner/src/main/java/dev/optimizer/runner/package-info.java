/**
 * The batch runner: {@code java -jar runner.jar configs/quartic.yaml}.
 *
 * <p>The way of the data: {@code config} reads YAML into an experiment, {@code plan} expands it into runs, {@code
 * execute} makes them, {@code judge} holds the outcomes against the expectations, {@code output} writes files and tables,
 * and {@code cli} ties these together behind the command line.
 */
package dev.optimizer.runner;
