package dev.optimizer.runner;

import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.reader.ConfigReader;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.nio.file.Path;

/** Experiments for tests, read from YAML with the real solvers. */
public final class Experiments {
    /** The textbook's quartic with minima at −1 and 2 and a maximum at 0, from both sides, with two solvers. */
    public static final String QUARTIC = """
            version: 1
            name: quartic
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              optimum: {value: -32, at: {x: 2}}
              starts: {left: -0.5, right: 0.5}
            solvers:
              descent: {type: gradient-descent, step: 0.01}
              newton: {type: newton}
            """;

    private Experiments() {}

    /** A valid config as an experiment; its file need not exist. */
    public static Experiment read(String yaml) {
        try {
            return new ConfigReader(Solvers.declarations()).read(Path.of("test.yaml"), yaml);
        } catch (InvalidConfigException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
