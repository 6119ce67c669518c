/**
 * The config: from a YAML file to an immutable {@link dev.optimizer.runner.config.Experiment}, or to every error in it.
 *
 * <p>Text goes through three steps. {@code YamlTree} turns SnakeYAML's event stream into a small tree whose nodes know
 * their place in the text; nothing is constructed, resolved or expanded on the way, so no file can run code or exhaust
 * memory. {@code Fields} reads a mapping against its declared {@link dev.optimizer.runner.config.Section}: names,
 * types, ranges, defaults. The readers ({@code ProblemReader}, {@code StartReader}, {@code ExpectationReader}, …) add
 * what a declaration cannot say: formulas, and names that must agree with each other.
 *
 * <p>Errors are collected, not thrown one by one: a reader that meets one records it in {@code Diagnostics} and goes
 * on with an empty value. An {@code Experiment} is made only if none was recorded.
 *
 * <p>A key is added in one place, {@code ConfigSchema}, and read in one. This package never touches ND4J, so checking
 * a config starts fast.
 */
package dev.optimizer.runner.config;
