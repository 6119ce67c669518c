/** Makes the planned runs, several at a time, and turns what comes out into plain figures. */
package dev.optimizer.runner.execute;
