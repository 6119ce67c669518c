/**
 * {@code report.html} and the plots as files, made from what a batch left on disk and from nothing else: {@code runs.csv},
 * {@code traces/}, {@code checks.csv}, {@code landscapes/} and {@code manifest.json}. Nothing here knows a solver.
 */
package dev.optimizer.runner.report;
