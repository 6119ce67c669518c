/** What a batch leaves behind: CSV files, a manifest, a table on the terminal. Nothing here knows a solver. */
package dev.optimizer.runner.output;
