/** Objectives from jars: found, loaded and vouched for by the hash of what was loaded. */
package dev.optimizer.runner.plugin;
