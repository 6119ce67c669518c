/**
 * What a config may say, as data: keys with kind, range, default and a line of help
 * ({@link dev.optimizer.runner.config.declaration.Key}), the sections that they form, and rules between keys.
 *
 * <p>{@link dev.optimizer.runner.config.declaration.ConfigSchema} declares everything but the solvers, which are declared
 * where they are made. The readers check by the declarations, and the JSON Schema, the help and random test configs are
 * made from them.
 */
package dev.optimizer.runner.config.declaration;
