package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where an experiment was read from.
 *
 * @param file the config as the user named it
 * @param base the config that it extends
 * @param overrides what the command line set, each {@code path=value}, in order
 * @param sources the texts of all of them
 */
public record Origin(Path file, Optional<Path> base, List<String> overrides, Sources sources) {
    public Origin {
        overrides = List.copyOf(overrides);
    }
}
