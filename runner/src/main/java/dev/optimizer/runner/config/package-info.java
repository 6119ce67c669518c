/**
 * What a config says once it has been read: an immutable {@link dev.optimizer.runner.config.Experiment} and its parts.
 *
 * <p>How it comes to be is in the packages below, in layers. A config is a {@code text}; {@code yaml} makes a tree of it,
 * whose nodes know their place; {@code tree} holds that against the {@code declaration} of what a config may say. The
 * readers ({@code numbers}, {@code problem}, {@code sweep}, {@code expectation}) add what a declaration cannot say:
 * formulas, and names that must agree with each other. {@code reader} reads the whole.
 *
 * <p>Errors are collected, not thrown one by one: a reader that meets one records it in {@code Diagnostics} and goes
 * on with an empty value. An {@code Experiment} is made only if none was recorded.
 *
 * <p>A key is added in one place, {@code ConfigSchema}, and read in one. None of these packages touches ND4J, so checking
 * a config starts fast.
 */
package dev.optimizer.runner.config;
