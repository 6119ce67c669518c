/**
 * The tree held against its declarations: what is in it, where a path leads, and how it reads with another value.
 *
 * <p>{@code Fields} reads a mapping against its {@link dev.optimizer.runner.config.declaration.Section}: names, types,
 * ranges, defaults. An {@code Address} is where a path such as {@code descent.step} leads, and {@code TreeEdit} puts a value
 * there. What the values mean is for the readers above.
 */
package dev.optimizer.runner.config.tree;
