package dev.optimizer.runner.config;

/**
 * A file that data come from.
 *
 * @param path as the config has it, relative to the config
 * @param sha256 the hash of its bytes, 64 hexadecimal digits
 */
public record DataFile(String path, String sha256) {}
