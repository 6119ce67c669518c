/**
 * Where something stands in the texts of a config, and what is wrong with it.
 *
 * <p>All texts that a config is made of share one space of offsets ({@link dev.optimizer.runner.config.text.Sources}), so
 * a {@link dev.optimizer.runner.config.text.Span} says which text it is in. Errors are collected, not thrown one by one
 * ({@link dev.optimizer.runner.config.text.Diagnostics}); what they have in common in words is in {@code Wording}. Nothing
 * here knows what the texts mean, nor that they are YAML.
 */
package dev.optimizer.runner.config.text;
