/** Makes the planned runs, one after the other, and turns what comes out into plain figures. */
package dev.optimizer.runner.execute;
