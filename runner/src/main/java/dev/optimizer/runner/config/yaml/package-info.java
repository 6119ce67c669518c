/**
 * YAML as a small tree whose nodes know their place in the text.
 *
 * <p>{@code YamlTree} builds it from SnakeYAML's events: nothing is constructed, resolved or expanded on the way, so no file
 * can run code or exhaust memory. Only this package sees SnakeYAML, and it does not know what a config may say.
 */
package dev.optimizer.runner.config.yaml;
