/** The JSON Schema of a config, made from the declarations that the reader checks by. */
package dev.optimizer.runner.schema;
