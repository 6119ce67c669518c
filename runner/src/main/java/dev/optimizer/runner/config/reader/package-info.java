/**
 * The config as a whole: its texts are put together to one tree (the file, the one that it extends, each {@code --set}), and
 * the tree is read. {@link dev.optimizer.runner.config.reader.ConfigReader} is the way in.
 */
package dev.optimizer.runner.config.reader;
