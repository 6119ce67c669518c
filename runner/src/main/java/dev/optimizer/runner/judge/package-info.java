/** Holds outcomes against the expectations of their config. */
package dev.optimizer.runner.judge;
